-- Expected: schema-not-restored
-- LIKE copies columns and indexes. Triggers go with the table that they were made for.
ALTER TABLE orders ADD COLUMN paid_at datetime;
