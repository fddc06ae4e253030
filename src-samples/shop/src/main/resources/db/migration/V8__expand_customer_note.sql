-- Purpose: orders.note becomes orders.customer_note, because support wants notes of its own (1 of 2: both names)
-- Breaking Changes: none; applications may use either name
-- Rollback: U8 drops the new column; what was written to it is in the old one
-- Issue: SHOP-21
-- Author: Linus
--
-- RENAME COLUMN would break every running application at once. So: a second column, a trigger that keeps
-- the two equal, and the old rows copied batch by batch. Run again after a failure, it goes on where it stopped.
SET lock_timeout = '500ms';

ALTER TABLE orders ADD COLUMN IF NOT EXISTS customer_note text;
COMMENT ON COLUMN orders.customer_note IS 'What the customer wrote at checkout';

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

-- SHARE ROW EXCLUSIVE, for milliseconds.
CREATE OR REPLACE TRIGGER orders_note_sync
  BEFORE INSERT OR UPDATE OF note, customer_note ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_note_sync();

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
       SET customer_note = note
     WHERE id > done_to AND id <= batch_to AND customer_note IS DISTINCT FROM note;
    COMMIT;

    done_to := batch_to;
    PERFORM pg_sleep(0.005);
  END LOOP;
END
$$;

-- Clears the dead rows that the batches left. Otherwise autovacuum comes for them, and the next statement that needs
-- ACCESS EXCLUSIVE waits a second until autovacuum gives way, with everyone else behind it.
VACUUM (ANALYZE, TRUNCATE false) orders;

RESET lock_timeout;
