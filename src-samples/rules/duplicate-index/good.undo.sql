-- Runs outside a transaction.
DROP INDEX CONCURRENTLY orders_user_product_idx;
