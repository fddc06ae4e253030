-- Runs outside a transaction.
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 5000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET phone = replace(phone, '+49 ', '0')
     WHERE id > done_to AND id <= batch_to AND phone LIKE '+49 %';
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
