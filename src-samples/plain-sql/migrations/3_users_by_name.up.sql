-- alone in its file, and so in no transaction
CREATE INDEX CONCURRENTLY users_name ON users (name);
