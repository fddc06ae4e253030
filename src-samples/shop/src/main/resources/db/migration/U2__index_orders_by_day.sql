-- Undoes V2. DROP INDEX alone would take ACCESS EXCLUSIVE on orders.
SET lock_timeout = '10min';

DROP INDEX CONCURRENTLY IF EXISTS orders_placed_at_idx;

RESET lock_timeout;
