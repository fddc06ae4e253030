-- A column that is added at once, without a row being touched.
SET SESSION lock_wait_timeout = 1;
ALTER TABLE users ADD COLUMN IF NOT EXISTS locale char(5) NOT NULL DEFAULT 'de_DE', ALGORITHM=INSTANT;
