-- Runs outside a transaction.
-- The first of two releases: the second drops the old name.
ALTER TABLE users ADD COLUMN name text;
CREATE FUNCTION users_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name := NEW.full_name;
  RETURN NEW;
END
$$;
CREATE TRIGGER users_name BEFORE INSERT OR UPDATE OF full_name ON users
  FOR EACH ROW EXECUTE FUNCTION users_name();
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 5000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET name = full_name WHERE id > done_to AND id <= batch_to AND name IS DISTINCT FROM full_name;
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
