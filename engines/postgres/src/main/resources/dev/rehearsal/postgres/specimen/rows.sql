-- Tables of every shape that is read in a way of its own, with a column for each way to hash a value, and three rows each.
CREATE TYPE told AS (a int);
CREATE FUNCTION told_as_text(told) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''always the same''';
CREATE CAST (told AS text) WITH FUNCTION told_as_text(told);

CREATE TABLE keyed (id int PRIMARY KEY, of_int2 int2, of_int4 int4, of_int8 int8, of_bool bool, of_uuid uuid,
    of_timestamp timestamp, of_timestamptz timestamptz, of_date date, of_bytea bytea, of_text text,
    of_numeric numeric, of_json jsonb, of_array int[], of_told told);
INSERT INTO keyed SELECT i, i, i, i, false, '00000000-0000-0000-0000-000000000000', '2026-01-01', '2026-01-01',
    '2026-01-01', 'x', 'x', 1.0, '{"a": 1}', '{1}', '(1)' FROM generate_series(1, 3) i;
CREATE TABLE named (tenant text, id int8, note text, PRIMARY KEY (tenant, id));
INSERT INTO named SELECT 'x', i, 'x' FROM generate_series(1, 3) i;
CREATE TABLE gone (id int PRIMARY KEY);
INSERT INTO gone SELECT generate_series(1, 3);
CREATE TABLE divided (id int PRIMARY KEY, note text) PARTITION BY RANGE (id);
CREATE TABLE divided_low PARTITION OF divided FOR VALUES FROM (0) TO (3);
CREATE TABLE divided_high PARTITION OF divided FOR VALUES FROM (3) TO (9);
INSERT INTO divided SELECT i, 'x' FROM generate_series(1, 3) i;
CREATE TABLE above (id int PRIMARY KEY, note text);
CREATE TABLE below () INHERITS (above);
INSERT INTO above SELECT i, 'x' FROM generate_series(1, 3) i;
INSERT INTO below SELECT i, 'x' FROM generate_series(4, 6) i;
CREATE MATERIALIZED VIEW summed AS SELECT count(*) AS n, sum(id) AS total FROM gone;

CREATE TABLE loose AS TABLE keyed;
CREATE TABLE loose_int2 AS SELECT of_int2 FROM keyed;
CREATE TABLE loose_int4 AS SELECT of_int4 FROM keyed;
CREATE TABLE loose_int8 AS SELECT of_int8 FROM keyed;
CREATE TABLE loose_bool AS SELECT of_bool FROM keyed;
CREATE TABLE loose_uuid AS SELECT of_uuid FROM keyed;
CREATE TABLE loose_timestamp AS SELECT of_timestamp FROM keyed;
CREATE TABLE loose_timestamptz AS SELECT of_timestamptz FROM keyed;
CREATE TABLE loose_date AS SELECT of_date FROM keyed;
CREATE TABLE loose_bytea AS SELECT of_bytea FROM keyed;
CREATE TABLE loose_text AS SELECT of_text FROM keyed;
CREATE TABLE loose_numeric AS SELECT of_numeric FROM keyed;
CREATE TABLE loose_json AS SELECT of_json FROM keyed;
CREATE TABLE loose_array AS SELECT of_array FROM keyed;
CREATE TABLE loose_told AS SELECT of_told FROM keyed;
CREATE SEQUENCE counted;
SELECT setval('counted', 10);
SELECT lo_from_bytea(1000000000 + i, 'x') FROM generate_series(1, 3) i;
