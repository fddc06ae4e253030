-- migrate:up
CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);

-- migrate:down
DROP TABLE users;
