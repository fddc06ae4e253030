-- Undoes V8. Nothing is lost: the trigger has kept orders.note equal to the column that goes.
SET LOCAL lock_timeout = '500ms';

DROP TRIGGER orders_note_sync ON orders;
DROP FUNCTION orders_note_sync();
ALTER TABLE orders DROP COLUMN customer_note;
