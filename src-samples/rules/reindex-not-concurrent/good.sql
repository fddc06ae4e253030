-- Runs outside a transaction.
REINDEX INDEX CONCURRENTLY orders_user_id_idx;
