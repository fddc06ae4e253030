-- Expected: backfill-in-ddl-transaction, backfill-not-resumable
-- Each block is a savepoint, none is a commit: all rows stay locked to the end, and a crash takes all the work.
ALTER TABLE users ADD COLUMN email_lower text;
CREATE FUNCTION users_email_lower() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.email_lower := lower(NEW.email);
  RETURN NEW;
END
$$;
CREATE TRIGGER users_email_lower BEFORE INSERT OR UPDATE OF email ON users
  FOR EACH ROW EXECUTE FUNCTION users_email_lower();
DO $$
DECLARE
  done_to bigint := 0;
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 1000) AS batch;
    EXIT WHEN batch_to IS NULL;
    BEGIN
      UPDATE users SET email_lower = lower(email) WHERE id > done_to AND id <= batch_to;
    EXCEPTION WHEN lock_not_available THEN
      RAISE NOTICE 'passed over %', batch_to;
    END;
    done_to := batch_to;
  END LOOP;
END
$$;
