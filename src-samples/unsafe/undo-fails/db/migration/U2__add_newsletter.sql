ALTER TABLE users DROP COLUMN newsletters;
