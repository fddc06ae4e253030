-- One object at least for each question to the catalogue that whoever owns a database can make. Never committed.
-- What must then be seen stands after "sees:", as the catalogue names it.
SET LOCAL client_min_messages = error;
SET LOCAL check_function_bodies = off;
CREATE SCHEMA rehearsal_specimen;
-- sees: schema rehearsal_specimen
-- sees: owner of schema rehearsal_specimen
-- sees: database this database
-- sees: extension plpgsql
SET LOCAL search_path = rehearsal_specimen;
CREATE TYPE mood AS ENUM ('sad', 'happy');
-- sees: type rehearsal_specimen.mood
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN positive AS int CONSTRAINT above CHECK (VALUE > 0);
-- sees: domain rehearsal_specimen.positive
-- sees: constraint rehearsal_specimen.positive.above
CREATE TABLE parent (id int PRIMARY KEY, name text, CONSTRAINT named CHECK (name <> ''));
-- sees: table rehearsal_specimen.parent
-- sees: column rehearsal_specimen.parent.name
-- sees: column order rehearsal_specimen.parent
-- sees: constraint rehearsal_specimen.parent.named
-- sees since 18: not null constraint rehearsal_specimen.parent.id
CREATE INDEX by_name ON parent (name);
-- sees: index rehearsal_specimen.by_name
CREATE STATISTICS together ON id, name FROM parent;
-- sees: statistics object rehearsal_specimen.together
CREATE VIEW seen AS SELECT id FROM parent;
-- sees: view rehearsal_specimen.seen
CREATE RULE nothing AS ON DELETE TO parent DO INSTEAD NOTHING;
-- sees: rule rehearsal_specimen.parent.nothing
CREATE SEQUENCE counted;
-- sees: sequence rehearsal_specimen.counted
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * x';
-- sees: function rehearsal_specimen.twice(integer)
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
-- sees: aggregate rehearsal_specimen.total(integer)
CREATE TRIGGER same BEFORE UPDATE ON parent FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- sees: trigger rehearsal_specimen.parent.same
CREATE FUNCTION near(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR ~~~ (LEFTARG = pair, RIGHTARG = pair, FUNCTION = near);
-- sees: operator rehearsal_specimen.~~~(rehearsal_specimen.pair,rehearsal_specimen.pair)
CREATE FUNCTION as_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''';
CREATE CAST (pair AS text) WITH FUNCTION as_text(pair);
-- sees: cast (rehearsal_specimen.pair AS text)
CREATE COLLATION bytes (LOCALE = 'C', PROVIDER = libc);
-- sees: collation rehearsal_specimen.bytes
CREATE CONVERSION latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
-- sees: conversion rehearsal_specimen.latin
CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = simple);
-- sees: text search dictionary rehearsal_specimen.plain
CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple);
-- sees: text search configuration rehearsal_specimen.searched
ALTER TABLE parent ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON parent USING (id > 0);
-- sees: policy rehearsal_specimen.parent.own
GRANT SELECT ON parent TO PUBLIC;
-- sees: grants on table rehearsal_specimen.parent
ALTER DEFAULT PRIVILEGES IN SCHEMA rehearsal_specimen GRANT SELECT ON TABLES TO PUBLIC;
-- sees: default privileges for role {user} in schema rehearsal_specimen on tables
COMMENT ON TABLE parent IS 'made and taken back';
-- sees: comment on table rehearsal_specimen.parent
CREATE PUBLICATION rehearsal_specimen FOR TABLE parent;
-- sees: publication rehearsal_specimen
