-- Runs outside a transaction.
-- Where it stands is kept in a variable only: run again, it begins at the first row.
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 4000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET visits = visits * 2 WHERE id > done_to AND id <= batch_to;
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
