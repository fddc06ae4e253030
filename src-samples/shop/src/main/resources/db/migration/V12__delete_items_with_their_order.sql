-- Purpose: a deleted order takes its items along, so that an account can be erased on request
-- Breaking Changes: none
-- Rollback: U12 puts the former foreign key back
-- Issue: SHOP-34
-- Author: Grace
--
-- NOT VALID adds the foreign key without reading: SHARE ROW EXCLUSIVE on both tables for milliseconds.
-- VALIDATE then reads under SHARE UPDATE EXCLUSIVE and ROW SHARE, in a transaction of its own: no one waits.
-- The former key goes last, so that the reference is guarded at every moment.
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
ALTER TABLE order_items DROP CONSTRAINT IF EXISTS order_items_order_fk;

RESET lock_timeout;
