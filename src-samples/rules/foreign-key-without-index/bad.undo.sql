ALTER TABLE orders DROP CONSTRAINT orders_product_fk;
