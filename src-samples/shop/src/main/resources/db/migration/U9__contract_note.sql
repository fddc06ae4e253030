-- Undoes V9 while the application runs: note and customer_note exist again, in this order and kept equal.
--
-- A column can only be added at the end. note stood right before customer_note, so customer_note takes over
-- the old name where it is, and a copy of it, made beforehand in batches, becomes the new customer_note.
SET lock_timeout = '500ms';

ALTER TABLE orders ADD COLUMN IF NOT EXISTS customer_note_copy text;

CREATE OR REPLACE FUNCTION orders_note_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.customer_note_copy := NEW.customer_note;
  RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER orders_note_copy
  BEFORE INSERT OR UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_note_copy();

DO $$
DECLARE
  batch_size CONSTANT integer := 5000;
  done_to bigint := (SELECT min(id) - 1 FROM orders);
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM orders WHERE id > done_to ORDER BY id LIMIT batch_size) AS batch;
    EXIT WHEN batch_to IS NULL;

    UPDATE orders
       SET customer_note_copy = customer_note
     WHERE id > done_to AND id <= batch_to AND customer_note_copy IS DISTINCT FROM customer_note;
    COMMIT;

    done_to := batch_to;
    PERFORM pg_sleep(0.005);
  END LOOP;
END
$$;

-- Clears the dead rows that the batches left. Otherwise autovacuum comes for them, and the next statement that needs
-- ACCESS EXCLUSIVE waits a second until autovacuum gives way, with everyone else behind it.
VACUUM (ANALYZE, TRUNCATE false) orders;

-- The function of V8, word for word.
CREATE OR REPLACE FUNCTION orders_note_sync() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.customer_note := coalesce(NEW.customer_note, NEW.note);
    NEW.note := NEW.customer_note;
  ELSIF NEW.customer_note IS DISTINCT FROM OLD.customer_note THEN
    NEW.note := NEW.customer_note;
  ELSE
    NEW.customer_note := NEW.note;
  END IF;
  RETURN NEW;
END
$$;

-- One block, one transaction: the application sees either the old names or the new ones.
DO $$
BEGIN
  DROP TRIGGER orders_note_copy ON orders;
  DROP FUNCTION orders_note_copy();
  ALTER TABLE orders RENAME COLUMN customer_note TO note;
  ALTER TABLE orders RENAME COLUMN customer_note_copy TO customer_note;
  COMMENT ON COLUMN orders.customer_note IS 'What the customer wrote at checkout';
  CREATE TRIGGER orders_note_sync
    BEFORE INSERT OR UPDATE OF note, customer_note ON orders
    FOR EACH ROW EXECUTE FUNCTION orders_note_sync();
END
$$;

RESET lock_timeout;
