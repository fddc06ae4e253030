SET SESSION lock_wait_timeout = 0;
DROP TRIGGER orders_not_negative;
