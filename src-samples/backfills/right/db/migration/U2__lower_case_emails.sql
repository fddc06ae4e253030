DROP TRIGGER users_email_lower ON users;
DROP FUNCTION users_email_lower();
ALTER TABLE users DROP COLUMN email_lower;
