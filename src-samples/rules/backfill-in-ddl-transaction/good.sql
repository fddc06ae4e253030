-- Runs outside a transaction.
ALTER TABLE users ADD COLUMN role text;
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 5000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET role = 'customer' WHERE id > done_to AND id <= batch_to AND role IS NULL;
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
