-- Along the key, what is done is passed over in the very statement that writes, and a trigger fills what is written meanwhile.
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
  done_to bigint := (SELECT min(id) - 1 FROM users);
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 1000) AS batch;
    EXIT WHEN batch_to IS NULL;
    UPDATE users SET email_lower = lower(email)
     WHERE id > done_to AND id <= batch_to AND email_lower IS DISTINCT FROM lower(email);
    COMMIT;
    done_to := batch_to;
  END LOOP;
END
$$;
