-- Also: table-rewritten, for the undo does the same once more.
ALTER TABLE users ALTER COLUMN visits TYPE bigint;
