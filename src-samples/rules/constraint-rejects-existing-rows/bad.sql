-- Also: up-failed, for that is what it comes to.
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total > 0);
