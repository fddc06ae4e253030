DROP FUNCTION discount(integer, integer);
CREATE FUNCTION discount(total integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT total / 10';
CREATE VIEW buyers AS SELECT DISTINCT user_id FROM orders;
DROP TYPE mood;
CREATE TYPE mood AS ENUM ('calm', 'busy', 'closed');
