-- Runs outside a transaction.
DROP INDEX CONCURRENTLY users_email_idx;
