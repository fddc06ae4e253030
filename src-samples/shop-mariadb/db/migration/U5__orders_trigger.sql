SET SESSION lock_wait_timeout = 1;
DROP TRIGGER orders_not_negative;
