-- Expected: up-failed
-- The rows that are there are held against it, too.
ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total > 0);
