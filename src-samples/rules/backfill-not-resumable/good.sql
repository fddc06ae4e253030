-- Runs outside a transaction.
-- Where it stands is kept in a table, and goes with the batch that it tells of.
CREATE TABLE IF NOT EXISTS users_visits_doubled (done_to bigint PRIMARY KEY);
DO $$
DECLARE
  from_id bigint := coalesce((SELECT max(done_to) FROM users_visits_doubled), 0);
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > from_id ORDER BY id LIMIT 4000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET visits = visits * 2 WHERE id > from_id AND id <= batch_to;
    INSERT INTO users_visits_doubled VALUES (batch_to);
    COMMIT;
    from_id := batch_to;
  END LOOP;
END
$$;
