-- Runs outside a transaction.
ALTER TABLE orders DROP CONSTRAINT orders_product_fk;
DROP INDEX CONCURRENTLY orders_product_id_idx;
