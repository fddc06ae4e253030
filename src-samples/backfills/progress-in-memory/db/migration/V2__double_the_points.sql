-- Expected: backfill-misses-concurrent-writes, backfill-not-resumable
-- Where it stands is kept in a variable: killed and run again, it doubles what it had doubled. Rows committed behind it stay as they are.
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 1000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET points = points * 2 + 1 WHERE id > done_to AND id <= batch_to;
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
