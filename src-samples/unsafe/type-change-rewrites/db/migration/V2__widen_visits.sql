-- Expected: lock-too-long, table-rewritten, type-change-rewrites, undo-fails-after-use
-- integer and bigint are stored differently: every row is written anew, and every index built anew, under
-- ACCESS EXCLUSIVE. The undo does the same once more, and fails once a number is larger than integer.
-- The safe way is src-samples/shop, V10 and V11.
ALTER TABLE users ALTER COLUMN visits TYPE bigint;
