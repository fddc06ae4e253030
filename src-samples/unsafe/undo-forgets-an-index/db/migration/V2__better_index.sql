-- Expected: schema-not-restored, up-not-repeatable, index-not-concurrent
-- The undo drops the new index and forgets to build the old one again: the release goes back, the queries stay slow,
-- and the next attempt stumbles over the index that is not there.
CREATE INDEX users_phone_created_at_idx ON users (phone, created_at);
DROP INDEX users_created_at_idx;
