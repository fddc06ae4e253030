-- Undoes V7.
SET lock_timeout = '10min';

DROP INDEX CONCURRENTLY IF EXISTS users_unverified_idx;

RESET lock_timeout;
