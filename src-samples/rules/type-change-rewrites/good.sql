-- Runs outside a transaction.
-- The first of two releases: the second swaps the names.
ALTER TABLE users ADD COLUMN visits_big bigint;
CREATE FUNCTION users_visits_big() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.visits_big := NEW.visits;
  RETURN NEW;
END
$$;
CREATE TRIGGER users_visits_big BEFORE INSERT OR UPDATE OF visits ON users
  FOR EACH ROW EXECUTE FUNCTION users_visits_big();
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 5000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET visits_big = visits WHERE id > done_to AND id <= batch_to AND visits_big IS NULL;
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
