-- Purpose: the daily report reads the orders of one day and scanned the whole table for it
-- Breaking Changes: none
-- Rollback: U2 drops the index, concurrently
-- Issue: SHOP-7
-- Author: Ada
--
-- CONCURRENTLY takes SHARE UPDATE EXCLUSIVE: reads and writes go on. It waits for older transactions
-- without blocking anyone, so its lock_timeout is long.
SET lock_timeout = '10min';

-- A build that was interrupted leaves an invalid index behind: running again must not trip over it.
DROP INDEX CONCURRENTLY IF EXISTS orders_placed_at_idx;
CREATE INDEX CONCURRENTLY orders_placed_at_idx ON orders (placed_at);

RESET lock_timeout;
