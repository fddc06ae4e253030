ALTER TABLE users ALTER COLUMN visits TYPE integer;
