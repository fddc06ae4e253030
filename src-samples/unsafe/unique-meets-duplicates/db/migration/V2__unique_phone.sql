-- Expected: up-failed, unique-built-inline, not-measured
-- Nobody has ever kept two users from giving the same phone number, and some did. An empty test database does not
-- know; production does.
-- The safe way: find and settle the duplicates first, then CREATE UNIQUE INDEX CONCURRENTLY and
-- ADD CONSTRAINT … UNIQUE USING INDEX.
ALTER TABLE users ADD CONSTRAINT users_phone_key UNIQUE (phone);
