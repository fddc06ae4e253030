SET SESSION lock_wait_timeout = 1;
ALTER TABLE users DROP INDEX users_name;
