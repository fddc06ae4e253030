COMMENT ON COLUMN users.phone IS NULL;
DROP TABLE users_phone;
