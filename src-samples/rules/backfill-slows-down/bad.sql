-- Runs outside a transaction.
-- Each batch passes over all rows of those before.
DO $$
DECLARE
  done integer := 0;
BEGIN
  LOOP
    UPDATE users SET phone = replace(phone, '+49 ', '0')
     WHERE id IN (SELECT id FROM users ORDER BY id OFFSET done LIMIT 2000) AND phone LIKE '+49 %';
    COMMIT;
    done := done + 2000;
    EXIT WHEN done >= (SELECT count(*) FROM users);
  END LOOP;
END
$$;
