-- Purpose: no user without a role, and no role that nobody knows (3 of 3)
-- Breaking Changes: none; the default of V3 serves applications that do not know the column
-- Rollback: U5 lifts both requirements
-- Issue: SHOP-12
-- Author: Grace
--
-- Not in one transaction: VALIDATE reads the whole table under SHARE UPDATE EXCLUSIVE, which blocks no one,
-- but only if the ACCESS EXCLUSIVE of the statement before it is gone by then.
SET lock_timeout = '500ms';

-- What an interrupted run may have left.
ALTER TABLE users
  DROP CONSTRAINT IF EXISTS users_role_known,
  DROP CONSTRAINT IF EXISTS users_role_present;

ALTER TABLE users
  ADD CONSTRAINT users_role_known CHECK (role IN ('customer', 'support', 'admin')) NOT VALID,
  ADD CONSTRAINT users_role_present CHECK (role IS NOT NULL) NOT VALID;
ALTER TABLE users VALIDATE CONSTRAINT users_role_known;
ALTER TABLE users VALIDATE CONSTRAINT users_role_present;

-- The validated CHECK proves that there is no NULL: SET NOT NULL does not scan.
ALTER TABLE users ALTER COLUMN role SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_role_present;

RESET lock_timeout;
