-- Undoes V4: empties the roles that V4 wrote. A role that the application has changed since stays.
SET lock_timeout = '500ms';

DO $$
DECLARE
  batch_size CONSTANT integer := 5000;
  done_to bigint := (SELECT min(user_id) - 1 FROM users_role_backfill);
  batch_to bigint;
BEGIN
  LOOP
    SELECT max(user_id) INTO batch_to
      FROM (SELECT user_id FROM users_role_backfill WHERE user_id > done_to ORDER BY user_id LIMIT batch_size) AS batch;
    EXIT WHEN batch_to IS NULL;

    UPDATE users
       SET role = NULL
      FROM users_role_backfill AS filled
     WHERE filled.user_id > done_to AND filled.user_id <= batch_to
       AND users.id = filled.user_id AND users.role = filled.role;
    COMMIT;

    done_to := batch_to;
    PERFORM pg_sleep(0.005);
  END LOOP;
END
$$;

-- Clears the dead rows that the batches left. Otherwise autovacuum comes for them, and the next statement that needs
-- ACCESS EXCLUSIVE waits a second until autovacuum gives way, with everyone else behind it.
VACUUM (ANALYZE, TRUNCATE false) users;

DROP TABLE users_role_backfill;

RESET lock_timeout;
