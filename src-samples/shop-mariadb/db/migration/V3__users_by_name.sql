-- LOCK=NONE: where the server could not build it while others write, it would fail instead of blocking them.
SET SESSION lock_wait_timeout = 1;
ALTER TABLE users ADD INDEX IF NOT EXISTS users_name (name), ALGORITHM=NOCOPY, LOCK=NONE;
