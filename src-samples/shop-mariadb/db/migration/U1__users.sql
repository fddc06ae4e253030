SET SESSION lock_wait_timeout = 1;
DROP TABLE users;
