ALTER TABLE users ALTER COLUMN code TYPE varchar(40) USING left(code, 40);
