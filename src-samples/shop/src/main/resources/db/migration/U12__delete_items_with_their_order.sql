-- Undoes V12, by the same two steps.
SET lock_timeout = '500ms';

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint
                  WHERE conrelid = 'order_items'::regclass AND conname = 'order_items_order_fk') THEN
    ALTER TABLE order_items ADD CONSTRAINT order_items_order_fk
      FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID;
  END IF;
END
$$;
ALTER TABLE order_items VALIDATE CONSTRAINT order_items_order_fk;
DO $$
BEGIN
  FOR attempt IN 1..20 LOOP
    BEGIN
      SET LOCAL lock_timeout = '250ms';
      ALTER TABLE order_items DROP CONSTRAINT IF EXISTS order_items_order_cascade_fk;
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      IF attempt = 20 THEN RAISE; END IF;
      PERFORM pg_sleep(0.5);
    END;
  END LOOP;
END
$$;

RESET lock_timeout;
