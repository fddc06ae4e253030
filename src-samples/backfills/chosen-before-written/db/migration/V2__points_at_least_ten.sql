-- Expected: backfill-misses-concurrent-writes, backfill-slows-down
-- The rows are chosen in a subquery, from the first on each time. Points that someone earns between that and the write are lost.
DO $$
BEGIN
  LOOP
    UPDATE users SET points = 10
     WHERE id IN (SELECT id FROM users WHERE points < 10 ORDER BY id LIMIT 1000);
    EXIT WHEN NOT FOUND;
    COMMIT;
  END LOOP;
END
$$;
