-- Purpose: a deleted order takes its items along, so that an account can be erased on request
-- Breaking Changes: none
-- Rollback: U12 puts the former foreign key back
-- Issue: SHOP-34
-- Author: Grace
--
-- NOT VALID adds the foreign key without reading: SHARE ROW EXCLUSIVE on both tables for milliseconds.
-- VALIDATE then reads under SHARE UPDATE EXCLUSIVE and ROW SHARE, in a transaction of its own: no one waits.
-- The former key goes last, so that the reference is guarded at every moment: that locks both tables against readers,
-- so it gives up after 250 ms behind a long transaction, lets those go who wait behind it, and tries again.
SET lock_timeout = '500ms';

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint
                  WHERE conrelid = 'order_items'::regclass AND conname = 'order_items_order_cascade_fk') THEN
    ALTER TABLE order_items ADD CONSTRAINT order_items_order_cascade_fk
      FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE NOT VALID;
  END IF;
END
$$;
ALTER TABLE order_items VALIDATE CONSTRAINT order_items_order_cascade_fk;
DO $$
BEGIN
  FOR attempt IN 1..20 LOOP
    BEGIN
      SET LOCAL lock_timeout = '250ms';
      ALTER TABLE order_items DROP CONSTRAINT IF EXISTS order_items_order_fk;
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      IF attempt = 20 THEN RAISE; END IF;
      PERFORM pg_sleep(0.5);
    END;
  END LOOP;
END
$$;

RESET lock_timeout;
