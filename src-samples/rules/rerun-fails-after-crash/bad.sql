-- Runs outside a transaction.
-- Also: crash-leaves-partial-change
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_full_name_idx ON users (full_name);
ALTER TABLE users ADD COLUMN locale text;
