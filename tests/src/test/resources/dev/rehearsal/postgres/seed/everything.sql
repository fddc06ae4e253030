-- Every type and every structure that a schema can be made of, in one made-up business: a museum. It is filled by
-- EverySchemaTest, all of it.
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION btree_gist;
CREATE EXTENSION cube;
CREATE EXTENSION seg;

CREATE SCHEMA museum;
CREATE SCHEMA "Private Loans";

-- Types of the project's own: enums, composites, domains over domains, ranges and their multiranges.
CREATE TYPE museum.condition AS ENUM ('mint', 'worn', 'it''s broken');
CREATE TYPE museum.size AS (height numeric(6,2), width numeric(6,2), unit text);
CREATE TYPE museum.crate AS (label varchar(10), outer_size museum.size, state museum.condition, marks int[]);
CREATE TYPE museum.version_span AS RANGE (subtype = text, multirange_type_name = museum.version_spans);
CREATE DOMAIN museum.mail AS citext CHECK (VALUE ~ '^[^@ ]+@[^@ ]+$');
CREATE DOMAIN museum.positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN museum.room_number AS museum.positive NOT NULL CHECK (VALUE < 10000);
CREATE DOMAIN museum.tags AS text[] CHECK (cardinality(VALUE) < 100);
CREATE DOMAIN museum.season AS daterange CHECK (NOT isempty(VALUE));

-- All built-in types that a column can be of, once nullable and once not.
CREATE TABLE museum.types_of_numbers (
  a smallint, b integer, c bigint, d numeric, e numeric(5,2), f numeric(3), g numeric(2,2), h numeric(38,10), i real,
  j double precision, k money, l oid, m boolean, n numeric(3,-2),
  a1 smallint NOT NULL, b1 integer NOT NULL, c1 bigint NOT NULL, d1 numeric NOT NULL, e1 numeric(5,2) NOT NULL,
  i1 real NOT NULL, j1 double precision NOT NULL, k1 money NOT NULL, l1 oid NOT NULL, m1 boolean NOT NULL);
CREATE TABLE museum.types_of_texts (
  a text, b varchar, c varchar(1), d varchar(3), e varchar(255), f char(1), g char(4), h name, i "char", j bytea, k citext,
  l text COLLATE "C", m json, n jsonb, o jsonpath, p xml, q tsvector, r tsquery, s hstore, t ltree, u lquery, v ltxtquery,
  w refcursor, x uuid,
  a1 text NOT NULL, b1 varchar NOT NULL, c1 varchar(1) NOT NULL, f1 char(1) NOT NULL, j1 bytea NOT NULL,
  k1 citext NOT NULL, m1 json NOT NULL, n1 jsonb NOT NULL, p1 xml NOT NULL, s1 hstore NOT NULL, t1 ltree NOT NULL);
CREATE TABLE museum.types_of_times (
  a date, b time, c time(0), d timetz, e timetz(3), f timestamp, g timestamp(0), h timestamptz, i timestamptz(3),
  j interval, k interval day to second, l interval year to month, m interval(2), n interval hour,
  a1 date NOT NULL, b1 time NOT NULL, d1 timetz NOT NULL, f1 timestamp NOT NULL, h1 timestamptz NOT NULL,
  j1 interval NOT NULL);
CREATE TABLE museum.types_of_shapes (
  a point, b line, c lseg, d box, e path, f polygon, g circle, h cube, i seg, j inet, k cidr, l macaddr, m macaddr8,
  n bit, o bit(9), p bit(70), q varbit, r varbit(4), a1 point NOT NULL, j1 inet NOT NULL, o1 bit(9) NOT NULL);
CREATE TABLE museum.types_of_ranges (
  a int4range, b int8range, c numrange, d tsrange, e tstzrange, f daterange, g int4multirange, h int8multirange,
  i nummultirange, j tsmultirange, k tstzmultirange, l datemultirange, m museum.version_span, n museum.version_spans,
  a1 int4range NOT NULL, f1 daterange NOT NULL, g1 int4multirange NOT NULL);
CREATE TABLE museum.types_of_the_system (
  a pg_lsn, b xid, c xid8, d cid, e tid, f txid_snapshot, g pg_snapshot, h oidvector, i int2vector, j regclass, k regtype,
  l regproc, m regprocedure, n regoper, o regoperator, p regnamespace, q regrole, r regcollation, s regconfig,
  t regdictionary, u aclitem);
CREATE TABLE museum.types_of_its_own (
  a museum.condition, b museum.size, c museum.crate, d museum.mail, e museum.positive, f museum.room_number,
  g museum.tags, h museum.season, i museum.condition[], j museum.size[], k museum.mail[], l museum.positive[],
  m museum.crate[], n museum.version_span[]);
CREATE TABLE museum.types_of_arrays (
  a int[], b text[], c varchar(3)[], d numeric(5,2)[], e uuid[], f timestamptz[], g int4range[], h jsonb[], i boolean[],
  j date[], k inet[], l bytea[], m point[], n int[][], o citext[], p hstore[], q xml[], r interval[], s money[],
  t bit(3)[], a1 int[] NOT NULL, b1 text[] NOT NULL);

-- Keys: of one column, of several, natural, generated, self-referencing, in circles, deferrable, shared by two.
CREATE TABLE museum.halls (
  house  char(2) NOT NULL,
  number museum.room_number,
  name   text NOT NULL,
  next   museum.positive,
  PRIMARY KEY (house, number),
  FOREIGN KEY (house, next) REFERENCES museum.halls (house, number) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE museum.people (
  id         bigint GENERATED ALWAYS AS IDENTITY (START 1000 INCREMENT 10) PRIMARY KEY,
  email      museum.mail NOT NULL UNIQUE,
  first_name varchar(40) NOT NULL,
  last_name  varchar(40) NOT NULL,
  full_name  text GENERATED ALWAYS AS (first_name || ' ' || last_name) STORED,
  born_on    date CHECK (born_on < '2010-01-01'),
  boss       bigint REFERENCES museum.people,
  deputy     bigint REFERENCES museum.people ON DELETE SET NULL,
  works_in   integer,
  CONSTRAINT not_own_boss CHECK (boss <> id OR boss IS NULL));
CREATE TABLE museum.departments (
  id   serial PRIMARY KEY,
  code varchar(6) NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED,
  head bigint NOT NULL REFERENCES museum.people DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE museum.people ADD FOREIGN KEY (works_in) REFERENCES museum.departments DEFERRABLE;
CREATE TABLE museum.artists (id uuid PRIMARY KEY, name text NOT NULL, country char(2), born_year smallint);
CREATE TABLE museum.works (
  inventory_no varchar(20) PRIMARY KEY,
  artist       uuid REFERENCES museum.artists ON DELETE CASCADE,
  house        char(2),
  hall         integer,
  title        text NOT NULL,
  price        numeric(12,2) NOT NULL CHECK (price >= 0),
  discount     numeric(12,2) CHECK (discount <= price),
  painted      integer NOT NULL,
  restored     integer,
  status       text NOT NULL CHECK (status IN ('shown', 'stored', 'lent')),
  lent_to      text,
  removed_at   timestamptz,
  FOREIGN KEY (house, hall) REFERENCES museum.halls (house, number) MATCH FULL,
  CHECK (painted BETWEEN -3000 AND 2026),
  CHECK (restored >= painted),
  CHECK ((status = 'lent') = (lent_to IS NOT NULL)),
  CHECK (status <> 'lent' OR removed_at IS NULL OR price > 10),
  CHECK ((house IS NULL) = (hall IS NULL)));
CREATE UNIQUE INDEX one_title_an_artist ON museum.works (artist, lower(title)) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX one_thumbnail ON museum.works (md5(inventory_no || title));
CREATE INDEX works_of_worth ON museum.works USING brin (price);
CREATE TABLE museum.made_by (
  work   varchar(20) REFERENCES museum.works,
  artist uuid REFERENCES museum.artists,
  share  numeric(3,2) NOT NULL CHECK (share > 0 AND share <= 1),
  PRIMARY KEY (work, artist));
CREATE TABLE museum.passports (person bigint PRIMARY KEY REFERENCES museum.people, number text NOT NULL UNIQUE);
CREATE TABLE museum.guards (
  person bigint NOT NULL REFERENCES museum.people,
  house  char(2) NOT NULL,
  hall   museum.room_number,
  backup museum.positive,
  UNIQUE NULLS NOT DISTINCT (person, backup),
  FOREIGN KEY (house, hall) REFERENCES museum.halls (house, number),
  FOREIGN KEY (house, backup) REFERENCES museum.halls (house, number));

-- Exclusion: by ranges, by ranges and a key, and deferrable.
CREATE TABLE museum.bookings (
  id     int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  room   int NOT NULL,
  during tstzrange NOT NULL,
  seats  int4range,
  EXCLUDE USING gist (room WITH =, during WITH &&),
  EXCLUDE USING gist (seats WITH &&) DEFERRABLE);

-- Partitions: by range, list and hash, of partitions, with a default, by an expression.
CREATE TABLE museum.visits (
  id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, house char(2) NOT NULL, visitors int NOT NULL,
  PRIMARY KEY (id, at, house)) PARTITION BY RANGE (at);
CREATE TABLE museum.visits_2023 PARTITION OF museum.visits FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE museum.visits_2024 PARTITION OF museum.visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
  PARTITION BY LIST (house);
CREATE TABLE museum.visits_2024_a PARTITION OF museum.visits_2024 FOR VALUES IN ('aa', 'bb', 'cc');
CREATE TABLE museum.visits_2024_rest PARTITION OF museum.visits_2024 DEFAULT PARTITION BY HASH (id);
CREATE TABLE museum.visits_2024_0 PARTITION OF museum.visits_2024_rest FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE museum.visits_2024_1 PARTITION OF museum.visits_2024_rest FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE museum.sales (id uuid, region text NOT NULL, amount money, CHECK (region <> 'nowhere'))
  PARTITION BY LIST (region);
CREATE TABLE museum.sales_north PARTITION OF museum.sales FOR VALUES IN ('north', 'far north');
CREATE TABLE museum.sales_south PARTITION OF museum.sales (amount NOT NULL) FOR VALUES IN ('south');
CREATE TABLE museum.events (id int PRIMARY KEY, note text) PARTITION BY HASH (id);
CREATE TABLE museum.events_0 PARTITION OF museum.events FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE museum.events_1 PARTITION OF museum.events FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE museum.events_2 PARTITION OF museum.events FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE TABLE museum.letters (n int NOT NULL, sent_on date NOT NULL) PARTITION BY RANGE (n, sent_on);
CREATE TABLE museum.letters_early PARTITION OF museum.letters FOR VALUES FROM (MINVALUE, MINVALUE) TO (500, '2020-01-01');
CREATE TABLE museum.letters_late PARTITION OF museum.letters FOR VALUES FROM (500, '2020-01-01') TO (MAXVALUE, MAXVALUE);
CREATE TABLE museum.calls (at timestamptz NOT NULL, who bigint REFERENCES museum.people)
  PARTITION BY RANGE (date_part('year', at AT TIME ZONE 'UTC'));
CREATE TABLE museum.calls_old PARTITION OF museum.calls FOR VALUES FROM (MINVALUE) TO (2022);
CREATE TABLE museum.calls_new PARTITION OF museum.calls FOR VALUES FROM (2022) TO (MAXVALUE);

-- Inheritance, over two levels and from two parents.
CREATE TABLE museum.things (id serial PRIMARY KEY, weight numeric(8,3) CHECK (weight > 0), note text NOT NULL);
CREATE TABLE museum.named (name text NOT NULL CHECK (name <> ''));
CREATE TABLE museum.statues (height real CHECK (height BETWEEN 0.1 AND 30), UNIQUE (id)) INHERITS (museum.things, museum.named);
CREATE TABLE museum.busts (of bigint REFERENCES museum.people) INHERITS (museum.statues);

-- Triggers, rules and row-level security that would stop or change what an application writes.
CREATE FUNCTION museum.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the trigger fired';
END $$;
CREATE TABLE museum.vault (id int PRIMARY KEY, secret text NOT NULL, owner name NOT NULL);
CREATE TRIGGER stop BEFORE INSERT OR UPDATE ON museum.vault FOR EACH ROW EXECUTE FUNCTION museum.refuse();
CREATE TRIGGER stop_all AFTER INSERT ON museum.vault FOR EACH STATEMENT EXECUTE FUNCTION museum.refuse();
CREATE CONSTRAINT TRIGGER stop_late AFTER INSERT ON museum.vault DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION museum.refuse();
ALTER TABLE museum.vault ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY nobody ON museum.vault USING (false) WITH CHECK (false);
CREATE TABLE museum.ruled (id int PRIMARY KEY);
CREATE RULE nothing AS ON INSERT TO museum.ruled DO INSTEAD NOTHING;

-- Names: mixed case, reserved, with blanks and quotes, in several schemas under one name, the longest there can be.
CREATE TABLE "Private Loans"."Order" (
  "Select"   bigserial PRIMARY KEY,
  "from"     varchar(20) REFERENCES museum.works,
  "Wert in €" numeric(9,2) CHECK ("Wert in €" > 0),
  "a ""q"""  text,
  "n"        text,
  "#"        int CHECK ("#" >= 0),
  "user"     museum.condition);
CREATE TABLE "Private Loans".works ("Order" bigint NOT NULL REFERENCES "Private Loans"."Order", works varchar(20));
CREATE TABLE public.works (works int UNIQUE, "table" boolean NOT NULL DEFAULT false);
CREATE TABLE "Private Loans"."a_name_as_long_as_a_name_can_be_in_postgresql_which_is_63_bytes" (
  "a_column_as_long_as_a_column_can_be_in_postgresql_which_is_63_b" text);

-- Tables without a key, of one column, of none, with only generated ones; unlogged; with forms of CHECKs.
CREATE TABLE museum.guest_book (entry text, written timestamptz DEFAULT now());
CREATE TABLE museum.nothing ();
CREATE TABLE museum.tickets (id bigint GENERATED ALWAYS AS IDENTITY);
CREATE UNLOGGED TABLE museum.scratch (line int NOT NULL, text text);
CREATE TABLE museum.checks (
  id     int PRIMARY KEY,
  low    int NOT NULL,
  high   int NOT NULL,
  opens  time NOT NULL,
  closes time NOT NULL,
  since  date,
  until  date,
  code   text NOT NULL CHECK (code ~ '^[A-Z]{2}-[0-9]{4}$'),
  label  varchar(30) CHECK (length(label) BETWEEN 3 AND 20),
  slug   text NOT NULL CHECK (slug = lower(slug)) UNIQUE,
  odd    int NOT NULL CHECK (odd % 2 = 1),
  doc    jsonb NOT NULL CHECK (jsonb_typeof(doc) = 'object'),
  either text,
  other  text,
  kind   text NOT NULL,
  amount int NOT NULL,
  CHECK (low < high),
  CHECK (opens < closes),
  CHECK (until IS NULL OR since IS NULL OR until >= since),
  CHECK (num_nonnulls(either, other) = 1),
  CHECK (kind = 'gift' AND amount = 0 OR kind = 'bought' AND amount > 0));
