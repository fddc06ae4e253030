-- Undoes V10.
SET LOCAL lock_timeout = '500ms';

DROP TRIGGER orders_total_widen ON orders;
DROP FUNCTION orders_total_widen();
ALTER TABLE orders DROP COLUMN total_cents_big;
