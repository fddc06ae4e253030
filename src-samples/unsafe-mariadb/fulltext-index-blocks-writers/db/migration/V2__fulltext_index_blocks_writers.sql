-- Expected: index-not-concurrent
-- The server builds such an index for nobody but itself.
ALTER TABLE orders ADD FULLTEXT INDEX orders_note (note);
