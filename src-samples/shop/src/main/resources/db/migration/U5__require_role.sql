-- Undoes V5. Both only change the catalogue.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE users ALTER COLUMN role DROP NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_role_known;
