-- Runs outside a transaction.
-- Rows that are inserted behind the walk, or whose address is changed there, are never looked at again.
ALTER TABLE users ADD COLUMN IF NOT EXISTS email_lower text;
DO $$
DECLARE
  last bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > last ORDER BY id LIMIT 4000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET email_lower = lower(email) WHERE id > last AND id <= batch_to AND email_lower IS NULL;
    COMMIT;
    last := batch_to;
  END LOOP;
END
$$;
