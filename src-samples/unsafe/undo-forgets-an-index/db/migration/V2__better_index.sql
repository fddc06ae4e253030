-- Expected: schema-not-restored
-- The undo drops the new index and forgets to build the old one again: the release goes back, the queries stay slow.
CREATE INDEX users_phone_created_at_idx ON users (phone, created_at);
DROP INDEX users_created_at_idx;
