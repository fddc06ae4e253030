SET SESSION lock_wait_timeout = 0;
ALTER TABLE users DROP COLUMN locale;
