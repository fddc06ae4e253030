-- The first of two releases: the new ones stand beside the old ones.
CREATE FUNCTION discount(total integer, percent integer) RETURNS integer LANGUAGE sql IMMUTABLE
  AS 'SELECT total * percent / 100';
CREATE VIEW customers AS SELECT user_id, count(*) AS orders FROM orders GROUP BY user_id;
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('calm', 'busy', 'closed', 'moved');
DROP TYPE mood_old;
