DROP TRIGGER users_name ON users;
DROP FUNCTION users_name();
ALTER TABLE users DROP COLUMN name;
