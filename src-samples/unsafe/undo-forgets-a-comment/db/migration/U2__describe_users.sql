COMMENT ON COLUMN users.full_name IS NULL;
