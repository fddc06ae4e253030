-- Purpose: know who has confirmed the address
-- Breaking Changes: none
-- Rollback: U6 drops the column; confirmations given since then are lost with it
-- Issue: SHOP-15
-- Author: Ada
--
-- A constant default is kept once in the catalogue, not written into each row: no rewrite, no scan.
SET LOCAL lock_timeout = '500ms';

ALTER TABLE users ADD COLUMN email_verified boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN users.email_verified IS 'True once the link in the welcome mail was followed';
