-- one object of every kind, as far as all supported versions know it
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sink_reader') THEN
        CREATE ROLE sink_reader;
        CREATE ROLE sink_owner NOINHERIT CREATEDB;
        CREATE ROLE "Sink Group" ADMIN sink_owner;
        GRANT "Sink Group" TO sink_reader;
        ALTER ROLE sink_reader SET work_mem = '8MB';
    END IF;
END $$;

CREATE SCHEMA shop;
CREATE SCHEMA "Odd Schema" AUTHORIZATION sink_owner;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm SCHEMA shop;

CREATE TYPE shop.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE shop.address AS (street text COLLATE "C", zip varchar(10));
CREATE TYPE shop.floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE DOMAIN shop.email AS varchar(200) DEFAULT 'nobody@example.org' NOT NULL
    CONSTRAINT at_sign CHECK (VALUE LIKE '%@%') CONSTRAINT long_enough CHECK (length(VALUE) > 3);
CREATE TYPE shop.shell;
CREATE TYPE shop.base;
CREATE FUNCTION shop.base_in(cstring) RETURNS shop.base LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION shop.base_out(shop.base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE shop.base (INPUT = shop.base_in, OUTPUT = shop.base_out, LIKE = text);
CREATE COLLATION shop.bytes (LOCALE = 'C', PROVIDER = libc);
CREATE CONVERSION shop.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

CREATE TABLE shop.users (
    id bigserial PRIMARY KEY,
    email text NOT NULL CONSTRAINT users_email_key UNIQUE,
    name varchar(80) COLLATE "C" DEFAULT 'x',
    mood shop.mood DEFAULT 'ok',
    balance numeric(12, 2) CHECK (balance >= 0 AND (balance < 100 OR email <> '')),
    bio text,
    tags text[],
    twice int GENERATED ALWAYS AS (2 * length(email)) STORED,
    "order" int,
    created timestamptz DEFAULT now()
) WITH (fillfactor = 90, autovacuum_enabled = off, toast.autovacuum_enabled = off);
ALTER TABLE shop.users ALTER bio SET STORAGE EXTERNAL, ALTER bio SET STATISTICS 500,
    ALTER bio SET COMPRESSION pglz, ALTER email SET (n_distinct = -1);
CREATE TABLE shop.orders (
    id int GENERATED ALWAYS AS IDENTITY (START 100 INCREMENT 5) PRIMARY KEY,
    user_id bigint NOT NULL CONSTRAINT orders_user_fk REFERENCES shop.users ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    total numeric,
    during tstzrange,
    CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (total > 0)
);
ALTER TABLE shop.orders ADD CONSTRAINT positive CHECK (total > 0) NOT VALID;
CREATE UNLOGGED TABLE shop.cache (k text PRIMARY KEY, v text);
CREATE TABLE shop.nothing ();
CREATE TABLE shop.gone (a int, b int, c int);
ALTER TABLE shop.gone DROP COLUMN b;
CREATE TABLE shop.special (note text) INHERITS (shop.gone);
CREATE TABLE shop.typed OF shop.address (street WITH OPTIONS NOT NULL);
CREATE TABLE shop.measure (at date NOT NULL, value int, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE shop.measure_1 PARTITION OF shop.measure FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
CREATE TABLE shop.measure_2 PARTITION OF shop.measure FOR VALUES FROM ('2026-07-01') TO ('2027-01-01')
    PARTITION BY HASH (at);
CREATE TABLE shop.measure_2_0 PARTITION OF shop.measure_2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE shop.measure_rest PARTITION OF shop.measure DEFAULT;
CREATE TABLE shop.reading (at date REFERENCES shop.measure, note text);
CREATE TABLE "Odd Schema"."T ""x"".y" ("Id" int PRIMARY KEY, "select" text, "dot.ted" int);
CREATE INDEX "odd ON index" ON "Odd Schema"."T ""x"".y" ("select");

CREATE INDEX users_name ON shop.users (lower(name) text_pattern_ops DESC NULLS LAST) INCLUDE (mood) WHERE mood <> 'sad';
CREATE INDEX users_tags ON shop.users USING gin (tags) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX users_trgm ON shop.users USING gin (bio shop.gin_trgm_ops);
CREATE INDEX measure_value ON shop.measure (value);
ALTER INDEX shop.users_name ALTER COLUMN 1 SET STATISTICS 300;
CREATE STATISTICS shop.users_stats (dependencies, mcv) ON email, name FROM shop.users;
CREATE SEQUENCE shop.tickets AS int START 10 INCREMENT 10 CACHE 5 CYCLE OWNED BY shop.orders.total;

CREATE VIEW shop.happy WITH (security_barrier = true) AS SELECT id, email FROM shop.users WHERE mood = 'happy';
ALTER VIEW shop.happy ALTER COLUMN email SET DEFAULT 'me';
CREATE VIEW shop.happier AS SELECT h.id AS happy_id, (SELECT count(*) FROM shop.orders o WHERE o.user_id = h.id) AS n
    FROM shop.happy h;
CREATE MATERIALIZED VIEW shop.totals AS SELECT user_id, sum(total) AS total FROM shop.orders GROUP BY user_id;
CREATE UNIQUE INDEX totals_user ON shop.totals (user_id);
CREATE MATERIALIZED VIEW shop.empty_totals AS SELECT * FROM shop.totals WITH NO DATA;
CREATE RULE no_delete AS ON DELETE TO shop.cache DO INSTEAD NOTHING;

CREATE FUNCTION shop.twice(x int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE SET work_mem = '4MB'
    AS 'SELECT 2 * (x)';
CREATE FUNCTION shop.twice(x text) RETURNS text LANGUAGE sql RETURN x || x;
CREATE PROCEDURE shop.tidy(INOUT n int) LANGUAGE plpgsql AS $$ BEGIN n := n + 1; END $$;
CREATE AGGREGATE shop.total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0', COMBINEFUNC = int4pl, PARALLEL = SAFE);
CREATE FUNCTION shop.stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE OF email ON shop.users FOR EACH ROW WHEN (NEW.email <> '')
    EXECUTE FUNCTION shop.stamp();
CREATE TRIGGER stamp_measure AFTER INSERT ON shop.measure FOR EACH ROW EXECUTE FUNCTION shop.stamp();
CREATE CONSTRAINT TRIGGER later AFTER INSERT ON shop.orders DEFERRABLE FOR EACH ROW EXECUTE FUNCTION shop.stamp();
CREATE FUNCTION shop.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER sink_ddl ON ddl_command_end WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION shop.on_ddl();

CREATE FUNCTION shop.near(shop.address, shop.address) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR shop.~~~ (LEFTARG = shop.address, RIGHTARG = shop.address, FUNCTION = shop.near, COMMUTATOR = OPERATOR(shop.~~~));
CREATE FUNCTION shop.cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $2 - $1';
CREATE OPERATOR FAMILY shop.backwards USING btree;
CREATE OPERATOR CLASS shop.backwards_ops FOR TYPE int USING btree FAMILY shop.backwards AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 shop.cmp(int, int);
CREATE FUNCTION shop.to_text(shop.address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).street';
CREATE CAST (shop.address AS text) WITH FUNCTION shop.to_text(shop.address) AS ASSIGNMENT;
CREATE TEXT SEARCH DICTIONARY shop.plain (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION shop.search (COPY = english);
CREATE ACCESS METHOD heap_again TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE shop.other_heap (a int) USING heap_again;
CREATE TRUSTED LANGUAGE sink_lang HANDLER plpgsql_call_handler;

CREATE FOREIGN DATA WRAPPER sink_fdw OPTIONS (debug 'true');
CREATE SERVER sink_server TYPE 'toy' VERSION '1' FOREIGN DATA WRAPPER sink_fdw OPTIONS (host 'nowhere');
CREATE USER MAPPING FOR sink_reader SERVER sink_server OPTIONS (remote 'me', password 'secret');
CREATE FOREIGN TABLE shop.remote (id int OPTIONS (field 'no') NOT NULL, note text) SERVER sink_server OPTIONS (file 'x');

ALTER TABLE shop.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON shop.users AS RESTRICTIVE FOR UPDATE TO sink_reader, sink_owner
    USING (id > 0) WITH CHECK (email <> '');
GRANT SELECT, INSERT ON shop.users TO sink_reader WITH GRANT OPTION;
GRANT UPDATE (email, name) ON shop.users TO sink_reader;
GRANT SELECT ON shop.happy TO PUBLIC;
GRANT USAGE ON SCHEMA shop TO sink_reader;
GRANT USAGE ON SEQUENCE shop.tickets TO sink_reader;
REVOKE EXECUTE ON FUNCTION shop.twice(int) FROM PUBLIC;
REVOKE USAGE ON TYPE shop.mood FROM PUBLIC;
GRANT USAGE ON FOREIGN SERVER sink_server TO sink_reader;
GRANT USAGE ON FOREIGN DATA WRAPPER sink_fdw TO sink_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE sink_owner IN SCHEMA shop GRANT SELECT ON TABLES TO sink_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE sink_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER TABLE shop.cache OWNER TO sink_owner;
ALTER VIEW shop.happy OWNER TO sink_owner;

CREATE PUBLICATION sink_pub FOR TABLE shop.users, shop.orders WITH (publish = 'insert, update');
CREATE PUBLICATION sink_all FOR ALL TABLES;
CREATE SUBSCRIPTION sink_sub CONNECTION 'host=nowhere password=secret' PUBLICATION other
    WITH (connect = false, slot_name = NONE, enabled = false);

COMMENT ON TABLE shop.users IS 'who buys';
COMMENT ON COLUMN shop.users."order" IS 'a word that is reserved';
COMMENT ON CONSTRAINT users_email_key ON shop.users IS 'one account a person';
COMMENT ON CONSTRAINT at_sign ON DOMAIN shop.email IS 'an address';
COMMENT ON INDEX shop.users_name IS 'for the search';
COMMENT ON SEQUENCE shop.tickets IS 'tens';
COMMENT ON VIEW shop.happy IS 'glad';
COMMENT ON COLUMN shop.happy.id IS 'of the glad';
COMMENT ON MATERIALIZED VIEW shop.totals IS 'sums';
COMMENT ON FUNCTION shop.twice(text) IS 'doubles';
COMMENT ON PROCEDURE shop.tidy(int) IS 'tidies';
COMMENT ON AGGREGATE shop.total(int) IS 'sums';
COMMENT ON TRIGGER stamp ON shop.users IS 'stamps';
COMMENT ON RULE no_delete ON shop.cache IS 'keeps';
COMMENT ON POLICY own_rows ON shop.users IS 'own';
COMMENT ON TYPE shop.mood IS 'moods';
COMMENT ON DOMAIN shop.email IS 'mail';
COMMENT ON TYPE shop.address IS 'where';
COMMENT ON COLUMN shop.address.zip IS 'code';
COMMENT ON SCHEMA shop IS 'all for sale';
COMMENT ON SCHEMA public IS 'not used';
COMMENT ON STATISTICS shop.users_stats IS 'names follow mails';
COMMENT ON OPERATOR shop.~~~ (shop.address, shop.address) IS 'near';
COMMENT ON OPERATOR CLASS shop.backwards_ops USING btree IS 'down';
COMMENT ON OPERATOR FAMILY shop.backwards USING btree IS 'down';
COMMENT ON CAST (shop.address AS text) IS 'street';
COMMENT ON COLLATION shop.bytes IS 'C';
COMMENT ON CONVERSION shop.conv IS 'latin';
COMMENT ON TEXT SEARCH CONFIGURATION shop.search IS 'english';
COMMENT ON TEXT SEARCH DICTIONARY shop.plain IS 'plain';
COMMENT ON FOREIGN TABLE shop.remote IS 'far';
COMMENT ON SERVER sink_server IS 'toy';
COMMENT ON FOREIGN DATA WRAPPER sink_fdw IS 'toy';
COMMENT ON EVENT TRIGGER sink_ddl IS 'ddl';
COMMENT ON PUBLICATION sink_pub IS 'out';
COMMENT ON SUBSCRIPTION sink_sub IS 'in';
COMMENT ON LANGUAGE sink_lang IS 'plpgsql again';
COMMENT ON ACCESS METHOD heap_again IS 'heap';
COMMENT ON ROLE sink_reader IS 'reads';

CREATE TABLE public.runner_history (id serial PRIMARY KEY, note text NOT NULL CHECK (note <> ''));
CREATE INDEX runner_note ON public.runner_history (note);
GRANT SELECT ON public.runner_history TO sink_reader;
COMMENT ON TABLE public.runner_history IS 'the runner''s own';
COMMENT ON CONSTRAINT runner_history_pkey ON public.runner_history IS 'its key';
CREATE TRIGGER runner_stamp BEFORE INSERT ON public.runner_history FOR EACH ROW EXECUTE FUNCTION shop.stamp();
