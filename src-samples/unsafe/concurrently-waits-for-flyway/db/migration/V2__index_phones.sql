-- Expected: runner-would-hang
-- CONCURRENTLY waits until every older transaction has ended. One of them is Flyway's own: by default it keeps
-- its lock in a transaction that is open for as long as the migration runs, so the two wait for each other forever.
-- The safe way: flyway.postgresql.transactional.lock=false, as in src-samples/shop/flyway.conf.
CREATE INDEX CONCURRENTLY users_phone_idx ON users (phone);
