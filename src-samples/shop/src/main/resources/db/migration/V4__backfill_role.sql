-- Purpose: every user gets a role (2 of 3: fill the old rows, batch by batch)
-- Breaking Changes: none
-- Rollback: U4 takes back what this script wrote and nothing else
-- Issue: SHOP-12
-- Author: Grace
--
-- Not in one transaction: each batch commits, so that row locks last milliseconds and vacuum keeps up.
-- Run again after a failure, it goes on where it stopped.
SET lock_timeout = '500ms';

-- Remembers which rows were filled and with what, or the undo could not tell them from the application's own.
CREATE TABLE IF NOT EXISTS users_role_backfill (
  user_id bigint PRIMARY KEY,
  role    text NOT NULL
);
COMMENT ON TABLE users_role_backfill IS 'What V4 wrote into users.role; may go when U4 is no longer needed';

DO $$
DECLARE
  batch_size CONSTANT integer := 5000;
  done_to bigint := (SELECT min(id) - 1 FROM users);
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(id) INTO batch_to
      FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT batch_size) AS batch;
    EXIT WHEN batch_to IS NULL;

    WITH filled AS (
      UPDATE users
         SET role = CASE WHEN email LIKE '%@shop.example' THEN 'support' ELSE 'customer' END
       WHERE id > done_to AND id <= batch_to AND role IS NULL
      RETURNING id, role
    )
    INSERT INTO users_role_backfill (user_id, role) SELECT id, role FROM filled;
    COMMIT;

    done_to := batch_to;
    PERFORM pg_sleep(0.005); -- lets the application and the replicas breathe
  END LOOP;
END
$$;

-- Clears the dead rows that the batches left. Otherwise autovacuum comes for them, and the next statement that needs
-- ACCESS EXCLUSIVE waits a second until autovacuum gives way, with everyone else behind it.
VACUUM (ANALYZE, TRUNCATE false) users;

RESET lock_timeout;
