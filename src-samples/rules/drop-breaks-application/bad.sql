-- A function with other arguments is another function.
DROP FUNCTION discount(integer);
CREATE FUNCTION discount(total integer, percent integer) RETURNS integer LANGUAGE sql IMMUTABLE
  AS 'SELECT total * percent / 100';
DROP VIEW buyers;
-- The only way to be rid of an enum value is another type under the same name.
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('calm', 'busy');
DROP TYPE mood_old;
