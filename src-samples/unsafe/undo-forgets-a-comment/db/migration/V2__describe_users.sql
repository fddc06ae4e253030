-- Expected: schema-not-restored
-- The undo clears the comment instead of putting back the one that was there.
COMMENT ON COLUMN users.full_name IS 'Display name';
