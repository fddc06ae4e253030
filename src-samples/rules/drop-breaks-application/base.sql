
CREATE FUNCTION discount(total integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT total / 10';
CREATE VIEW buyers AS SELECT DISTINCT user_id FROM orders;
CREATE TYPE mood AS ENUM ('calm', 'busy', 'closed');
