-- Purpose: totals outgrow integer: orders.total_cents becomes bigint (2 of 2: the two columns swap names)
-- Breaking Changes: none for readers of 64-bit numbers; an application that reads 32 bits fails on larger totals
-- Rollback: U11 swaps back; larger totals stay in total_cents_big
-- Issue: SHOP-30
-- Author: Linus
-- rehearsal: allow rename-breaks-application — the name total_cents never goes away, it only gets wider
--
-- Renaming only changes the catalogue. All of it in one transaction: nobody sees a table without total_cents.
-- The integer column stays, filled as far as it reaches, until U11 is no longer needed.
SET LOCAL lock_timeout = '500ms';

CREATE FUNCTION orders_total_narrow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.total_cents_int := least(greatest(NEW.total_cents, -2147483648), 2147483647);
  RETURN NEW;
END
$$;

DROP TRIGGER orders_total_widen ON orders;
DROP FUNCTION orders_total_widen();
ALTER TABLE orders RENAME COLUMN total_cents TO total_cents_int;
ALTER TABLE orders RENAME COLUMN total_cents_big TO total_cents;
CREATE TRIGGER orders_total_narrow
  BEFORE INSERT OR UPDATE OF total_cents ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_total_narrow();
COMMENT ON COLUMN orders.total_cents IS 'Sum of the items, in euro cents';
COMMENT ON COLUMN orders.total_cents_int IS 'total_cents as far as integer reaches, for U11';
