-- Purpose: the reminder job looks for the oldest unconfirmed addresses every minute
-- Breaking Changes: none
-- Rollback: U7 drops the index, concurrently
-- Issue: SHOP-15
-- Author: Ada
--
-- Partial: the index shrinks as users confirm. Concurrently: nobody waits for the build.
SET lock_timeout = '10min';

DROP INDEX CONCURRENTLY IF EXISTS users_unverified_idx;
CREATE INDEX CONCURRENTLY users_unverified_idx ON users (created_at) WHERE NOT email_verified;

RESET lock_timeout;
