-- Undoes V3.
SET LOCAL lock_timeout = '2s';

ALTER TABLE users DROP COLUMN role;
