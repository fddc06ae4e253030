-- Runs outside a transaction.
CREATE INDEX CONCURRENTLY users_full_name_idx ON users (full_name);
