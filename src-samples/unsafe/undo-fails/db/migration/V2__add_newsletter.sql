-- Expected: undo-failed
-- The undo was written and never run: it names a column that does not exist.
ALTER TABLE users ADD COLUMN newsletter boolean NOT NULL DEFAULT false;
