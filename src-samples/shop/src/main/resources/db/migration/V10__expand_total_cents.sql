-- Purpose: totals outgrow integer: orders.total_cents becomes bigint (1 of 2: a second, wider column)
-- Breaking Changes: none; the wider column is filled behind the application's back
-- Rollback: U10 drops the wider column
-- Issue: SHOP-30
-- Author: Linus
--
-- ALTER COLUMN … TYPE bigint would rewrite the table under ACCESS EXCLUSIVE. So: a second column, a trigger that
-- keeps it equal, the old rows copied in batches, and NOT NULL through a validated CHECK.
SET lock_timeout = '500ms';

ALTER TABLE orders ADD COLUMN IF NOT EXISTS total_cents_big bigint;
COMMENT ON COLUMN orders.total_cents_big IS 'total_cents as bigint, until V11 switches over';

CREATE OR REPLACE FUNCTION orders_total_widen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.total_cents_big := NEW.total_cents;
  RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER orders_total_widen
  BEFORE INSERT OR UPDATE OF total_cents ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_total_widen();

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
       SET total_cents_big = total_cents
     WHERE id > done_to AND id <= batch_to AND total_cents_big IS DISTINCT FROM total_cents;
    COMMIT;

    done_to := batch_to;
    PERFORM pg_sleep(0.005);
  END LOOP;
END
$$;

-- Clears the dead rows that the batches left. Otherwise autovacuum comes for them, and the next statement that needs
-- ACCESS EXCLUSIVE waits a second until autovacuum gives way, with everyone else behind it.
VACUUM (ANALYZE, TRUNCATE false) orders;

ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_total_big_present;
ALTER TABLE orders ADD CONSTRAINT orders_total_big_present CHECK (total_cents_big IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_big_present;
ALTER TABLE orders ALTER COLUMN total_cents_big SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_total_big_present;

RESET lock_timeout;
