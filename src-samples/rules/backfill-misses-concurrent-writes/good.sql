-- Runs outside a transaction.
-- From the first statement on, a trigger fills what is written meanwhile.
ALTER TABLE users ADD COLUMN IF NOT EXISTS email_lower text;
CREATE OR REPLACE FUNCTION users_email_lower() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.email_lower := lower(NEW.email);
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER users_email_lower BEFORE INSERT OR UPDATE OF email ON users
  FOR EACH ROW EXECUTE FUNCTION users_email_lower();
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
