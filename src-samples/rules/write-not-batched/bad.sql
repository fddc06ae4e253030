UPDATE users SET phone = replace(phone, '+49 ', '0');
