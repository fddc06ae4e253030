-- Runs outside a transaction.
CREATE INDEX CONCURRENTLY orders_product_id_idx ON orders (product_id);
ALTER TABLE orders ADD CONSTRAINT orders_product_fk FOREIGN KEY (product_id) REFERENCES products (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_product_fk;
