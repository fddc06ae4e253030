-- Expected: backfill-misses-concurrent-writes
-- A key is drawn before its row is committed: what is committed behind the walk is never looked at.
ALTER TABLE users ADD COLUMN IF NOT EXISTS email_lower text;
DO $$
DECLARE
  last bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > last ORDER BY id LIMIT 1000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET email_lower = lower(email) WHERE id > last AND id <= batch_to AND email_lower IS NULL;
    COMMIT;
    last := batch_to;
  END LOOP;
END
$$;
