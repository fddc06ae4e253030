-- Expected: data-not-restored, drop-loses-data
-- Caught by its test: "the data", "public.users.phone", "values differ"
-- The undo brings the column back, but not one of the numbers that were in it.
-- The safe way: stop using the column first and drop it a release later, as in src-samples/shop, V8 and V9.
ALTER TABLE users DROP COLUMN phone;
