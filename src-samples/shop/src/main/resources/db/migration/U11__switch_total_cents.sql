-- Undoes V11. A total that integer cannot hold reads as the largest integer; the true one stays in total_cents_big
-- for as long as the order's total is not written again.
SET LOCAL lock_timeout = '500ms';

-- The function of V10, word for word.
CREATE FUNCTION orders_total_widen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.total_cents_big := NEW.total_cents;
  RETURN NEW;
END
$$;

DROP TRIGGER orders_total_narrow ON orders;
DROP FUNCTION orders_total_narrow();
ALTER TABLE orders RENAME COLUMN total_cents TO total_cents_big;
ALTER TABLE orders RENAME COLUMN total_cents_int TO total_cents;
CREATE TRIGGER orders_total_widen
  BEFORE INSERT OR UPDATE OF total_cents ON orders
  FOR EACH ROW EXECUTE FUNCTION orders_total_widen();
COMMENT ON COLUMN orders.total_cents IS 'Sum of the items, in euro cents';
COMMENT ON COLUMN orders.total_cents_big IS 'total_cents as bigint, until V11 switches over';
