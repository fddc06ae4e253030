-- Undoes V3.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE users DROP COLUMN role;
