-- Expected: lock-too-long, index-not-concurrent
-- CREATE INDEX takes SHARE on users: it reads along with everyone, but no one can write until it is built.
-- The safe way is CONCURRENTLY, as in src-samples/shop, V2 and V7.
CREATE INDEX users_full_name_idx ON users (lower(full_name), lower(email), created_at);
