-- What only a superuser can make, of the database and of the whole cluster. Never committed: nobody else sees it.
CREATE ROLE {role};
-- sees: role {role}
CREATE ROLE {role}_group;
GRANT {role}_group TO {role};
-- sees: role membership {role} in {role}_group
ALTER ROLE {role} SET work_mem = '8MB';
-- sees: role setting {role}.work_mem
COMMENT ON ROLE {role} IS 'made and taken back';
-- sees: comment on role {role}
ALTER TABLESPACE pg_default RENAME TO {role};
-- sees: tablespace {role}
CREATE FUNCTION backwards(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $2 - $1';
CREATE OPERATOR FAMILY backwards USING btree;
-- sees: operator family rehearsal_specimen.backwards USING btree
CREATE OPERATOR CLASS backwards_ops FOR TYPE int USING btree FAMILY backwards AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 backwards(int, int);
-- sees: operator class rehearsal_specimen.backwards_ops USING btree
CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
-- sees: transform for integer language sql
CREATE LANGUAGE rehearsal_specimen HANDLER plpgsql_call_handler;
-- sees: language rehearsal_specimen
CREATE ACCESS METHOD rehearsal_specimen TYPE TABLE HANDLER heap_tableam_handler;
-- sees: access method rehearsal_specimen
CREATE TEXT SEARCH PARSER parsed (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
-- sees: text search parser rehearsal_specimen.parsed
CREATE TEXT SEARCH TEMPLATE templated (INIT = dsimple_init, LEXIZE = dsimple_lexize);
-- sees: text search template rehearsal_specimen.templated
CREATE FOREIGN DATA WRAPPER rehearsal_specimen;
-- sees: foreign-data wrapper rehearsal_specimen
CREATE SERVER rehearsal_specimen FOREIGN DATA WRAPPER rehearsal_specimen;
-- sees: server rehearsal_specimen
CREATE USER MAPPING FOR PUBLIC SERVER rehearsal_specimen;
-- sees: user mapping public on server rehearsal_specimen
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER rehearsal_specimen ON ddl_command_end WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION on_ddl();
-- sees: event trigger rehearsal_specimen
CREATE SUBSCRIPTION rehearsal_specimen CONNECTION 'host=nowhere password=none' PUBLICATION other
    WITH (connect = false, slot_name = NONE, enabled = false);
-- sees: subscription rehearsal_specimen
INSERT INTO pg_catalog.pg_seclabel (objoid, classoid, objsubid, provider, label)
    VALUES ('parent'::regclass, 'pg_class'::regclass, 0, 'rehearsal', 'x');
-- sees: security label on table rehearsal_specimen.parent
INSERT INTO pg_catalog.pg_shseclabel (objoid, classoid, provider, label)
    SELECT oid, 'pg_authid'::regclass, 'rehearsal', 'x' FROM pg_catalog.pg_roles WHERE rolname = '{role}';
-- sees: security label on role {role}
