-- Runs outside a transaction.
-- The index that takes its place comes first.
CREATE INDEX CONCURRENTLY orders_user_id_total_idx ON orders (user_id, total);
DROP INDEX CONCURRENTLY orders_user_id_idx;
