SET SESSION lock_wait_timeout = 0;
DROP TABLE orders;
