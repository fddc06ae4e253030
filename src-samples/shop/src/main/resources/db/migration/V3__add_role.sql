-- Purpose: support staff need more rights than customers (1 of 3: a place for the role)
-- Breaking Changes: none
-- Rollback: U3 drops the column
-- Issue: SHOP-12
-- Author: Grace
--
-- A nullable column without a default only changes the catalogue: ACCESS EXCLUSIVE for milliseconds.
-- lock_timeout bounds how long others queue behind us while we wait for that lock.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE users ADD COLUMN role text;

-- A separate statement on purpose: old rows stay NULL (V4 computes theirs), new rows get a role from now on.
ALTER TABLE users ALTER COLUMN role SET DEFAULT 'customer';
COMMENT ON COLUMN users.role IS 'What the user may do: customer, support or admin';
