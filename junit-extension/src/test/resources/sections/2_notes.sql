-- migrate:up
CREATE TABLE notes (id int PRIMARY KEY);
ALTER TABLE users ADD COLUMN mail text;

-- migrate:down
ALTER TABLE users DROP COLUMN mail;
DROP TABLE notes;
