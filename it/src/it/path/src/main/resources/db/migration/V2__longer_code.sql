-- Purpose: partners send codes of up to 80 characters
-- Rollback: codes longer than 40 characters are cut off
ALTER TABLE users ALTER COLUMN code TYPE varchar(80);
