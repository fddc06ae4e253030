-- Runs outside a transaction.
-- Also: crash-leaves-partial-change, for what is left is completed when it is run again: a note.
DROP INDEX CONCURRENTLY IF EXISTS users_full_name_idx;
CREATE INDEX CONCURRENTLY users_full_name_idx ON users (full_name);
ALTER TABLE users ADD COLUMN IF NOT EXISTS locale text;
