-- Expected: data-not-restored
-- The column is back, its values are not.
ALTER TABLE users DROP COLUMN phone;
