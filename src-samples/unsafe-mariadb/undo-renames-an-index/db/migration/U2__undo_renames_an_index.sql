ALTER TABLE users DROP INDEX users_email_status, ADD UNIQUE KEY (email);
