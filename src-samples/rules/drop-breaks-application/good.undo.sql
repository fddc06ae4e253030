DROP FUNCTION discount(integer, integer);
DROP VIEW customers;
DROP TYPE mood;
CREATE TYPE mood AS ENUM ('calm', 'busy', 'closed');
