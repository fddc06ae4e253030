UPDATE users SET phone = replace(phone, '030 ', '+49 30 ');
