UPDATE users SET phone = '+49 ' || substr(phone, 2) WHERE phone LIKE '0%';
