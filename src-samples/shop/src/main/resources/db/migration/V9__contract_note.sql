-- Purpose: orders.note becomes orders.customer_note (2 of 2: the old name goes)
-- Breaking Changes: applications that still use orders.note fail; deploy after the last of them is gone
-- Rollback: U9 brings the old column back, in its place and with its values
-- Issue: SHOP-21
-- Author: Linus
-- rehearsal: allow drop-loses-data — every value is in customer_note, which the check below proves first
SET LOCAL lock_timeout = '500ms';

-- Reads under ACCESS SHARE, before the exclusive lock is asked for.
DO $$
BEGIN
  IF EXISTS (SELECT FROM orders WHERE note IS DISTINCT FROM customer_note) THEN
    RAISE EXCEPTION 'orders.note and orders.customer_note differ: run the copy of V8 again';
  END IF;
END
$$;

DROP TRIGGER orders_note_sync ON orders;
DROP FUNCTION orders_note_sync();
ALTER TABLE orders DROP COLUMN note;
