-- Undoes V6.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE users DROP COLUMN email_verified;
