SET SESSION lock_wait_timeout = 0;
ALTER TABLE users DROP INDEX users_name;
