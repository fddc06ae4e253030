-- The first of two releases: the second drops the column, when no application uses it and its values are kept elsewhere.
CREATE TABLE users_phone AS SELECT id, phone FROM users;
ALTER TABLE users_phone ADD PRIMARY KEY (id);
COMMENT ON COLUMN users.phone IS 'Unused; kept in users_phone';
