-- Runs outside a transaction.
CREATE INDEX CONCURRENTLY orders_user_product_idx ON orders (user_id, product_id);
