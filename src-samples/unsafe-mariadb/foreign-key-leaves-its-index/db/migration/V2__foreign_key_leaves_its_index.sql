-- Expected: schema-not-restored
-- The key is given an index of its name, which stays when the key is dropped.
SET SESSION lock_wait_timeout = 1;
ALTER TABLE parcels ADD CONSTRAINT parcels_order FOREIGN KEY (order_id) REFERENCES orders (id);
