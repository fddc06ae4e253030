-- Runs outside a transaction.
DROP INDEX CONCURRENTLY users_full_name_idx;
