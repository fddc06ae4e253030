package dev.rehearsal.fuzz;

import static dev.rehearsal.fuzz.Change.up;

import java.util.ArrayList;
import java.util.List;

/** Changes to types, sequences, grants, and whatever else is defined. */
final class OtherChanges {
    private OtherChanges() {}

    static List<Change> all() {
        List<Change> all = new ArrayList<>(types());
        all.addAll(domains());
        all.addAll(sequences());
        all.addAll(grants());
        all.addAll(database());
        return all;
    }

    private static List<Change> types() {
        String mood = "CREATE TYPE {s}.{x} AS ENUM ('sad', 'ok', 'it''s');";
        String used = mood + "CREATE TABLE {s}.{y} (id int PRIMARY KEY, m {s}.{x});"
                + "INSERT INTO {s}.{y} VALUES (1, 'ok'), (2, 'sad'), (3, NULL);";
        return List.of(
                up(mood).undo("DROP TYPE {s}.{x}", "+type {s}.{x}"),
                up("DROP TYPE {s}.{x}")
                        .setup(mood + "COMMENT ON TYPE {s}.{x} IS 'm'")
                        .undo(mood + "COMMENT ON TYPE {s}.{x} IS 'm'", "-type {s}.{x}")
                        .or(mood, "-comment on type {s}.{x}")
                        .or(
                                mood.replace("'sad', 'ok'", "'ok', 'sad'") + "COMMENT ON TYPE {s}.{x} IS 'm'",
                                "*type {s}.{x}"),
                up("ALTER TYPE {s}.{x} ADD VALUE 'new' BEFORE 'ok'").setup(used).lost("*type {s}.{x}"),
                up("ALTER TYPE {s}.{x} RENAME VALUE 'ok' TO 'fine'")
                        .setup(used)
                        .undo(
                                "ALTER TYPE {s}.{x} RENAME VALUE 'fine' TO 'ok'",
                                "*type {s}.{x}",
                                "!{s}.{y}.m VALUES_CHANGED 1"),
                up("ALTER TYPE {s}.{x} RENAME TO {z}")
                        .setup(mood)
                        .undo("ALTER TYPE {s}.{z} RENAME TO {x}", "-type {s}.{x}", "+type {s}.{z}"),
                up("ALTER TABLE {s}.{y} ALTER m TYPE text USING m::text; DROP TYPE {s}.{x}")
                        .setup(used)
                        .must(mood + "ALTER TABLE {s}.{y} ALTER m TYPE {s}.{x} USING m::{s}.{x}")
                        .or(mood, "*column {s}.{y}.m"),
                up("ALTER TYPE {s}.{x} ADD ATTRIBUTE {y} int")
                        .setup("CREATE TYPE {s}.{x} AS (a int, b text)")
                        .undo("ALTER TYPE {s}.{x} DROP ATTRIBUTE {y}", "*type {s}.{x}"),
                up("DROP TYPE {s}.{x}")
                        .setup("CREATE TYPE {s}.{x} AS RANGE (subtype = float8, subtype_diff = float8mi)")
                        .undo(
                                "CREATE TYPE {s}.{x} AS RANGE (subtype = float8, subtype_diff = float8mi)",
                                "-type {s}.{x}")
                        .or("CREATE TYPE {s}.{x} AS RANGE (subtype = float8)", "*type {s}.{x}"),
                up("REVOKE USAGE ON TYPE {s}.{x} FROM PUBLIC")
                        .setup(mood)
                        .undo("GRANT USAGE ON TYPE {s}.{x} TO PUBLIC", "+grants on type {s}.{x}"));
    }

    private static List<Change> domains() {
        String domain =
                "CREATE DOMAIN {s}.{x} AS varchar(30) DEFAULT 'd' NOT NULL CONSTRAINT {y} CHECK (VALUE <> 'x');";
        String add = "ALTER DOMAIN {s}.{x} ADD CONSTRAINT {y} CHECK (VALUE <> 'x')";
        return List.of(
                up(domain).undo("DROP DOMAIN {s}.{x}", "+domain {s}.{x}"),
                up("ALTER DOMAIN {s}.{x} DROP DEFAULT")
                        .setup(domain)
                        .undo("ALTER DOMAIN {s}.{x} SET DEFAULT 'd'", "*domain {s}.{x}")
                        .or("ALTER DOMAIN {s}.{x} SET DEFAULT 'D'", "*domain {s}.{x}"),
                up("ALTER DOMAIN {s}.{x} DROP NOT NULL")
                        .setup(domain)
                        .undo("ALTER DOMAIN {s}.{x} SET NOT NULL", "*domain {s}.{x}"),
                up("ALTER DOMAIN {s}.{x} DROP CONSTRAINT {y}")
                        .setup(domain + "COMMENT ON CONSTRAINT {y} ON DOMAIN {s}.{x} IS 'c'")
                        .undo(add + "; COMMENT ON CONSTRAINT {y} ON DOMAIN {s}.{x} IS 'c'", "-constraint {s}.{x}.{y}")
                        .or(add, "-comment on constraint {s}.{x}.{y}")
                        .or(
                                add.replace("'x'", "'y'") + "; COMMENT ON CONSTRAINT {y} ON DOMAIN {s}.{x} IS 'c'",
                                "*constraint {s}.{x}.{y}")
                        .or(
                                add.replace("{y}", "{z}") + "; COMMENT ON CONSTRAINT {z} ON DOMAIN {s}.{x} IS 'c'",
                                "~constraint {s}.{x}.{y}"),
                up("COMMENT ON DOMAIN {s}.{x} IS 'b'")
                        .setup(domain + "COMMENT ON DOMAIN {s}.{x} IS 'a'")
                        .undo("COMMENT ON DOMAIN {s}.{x} IS 'a'", "*comment on domain {s}.{x}"));
    }

    private static List<Change> sequences() {
        String sequence = "CREATE SEQUENCE {s}.{x} AS int START 10 INCREMENT 5 MAXVALUE 99999 CACHE 1;";
        String told = "*sequence {s}.{x}";
        return List.of(
                up(sequence).undo("DROP SEQUENCE {s}.{x}", "+sequence {s}.{x}"),
                up("DROP SEQUENCE {s}.{x}")
                        .setup(sequence + "SELECT setval({'x}, 500); COMMENT ON SEQUENCE {s}.{x} IS 'q';"
                                + "GRANT USAGE ON SEQUENCE {s}.{x} TO fuzz_reader")
                        .must(sequence)
                        .or(sequence.replace("MAXVALUE 99999", "MAXVALUE 99998"), told)
                        .or(sequence.replace("AS int", "AS bigint"), told)
                        .or(sequence.replace("CACHE 1", "CACHE 2 CYCLE"), told)
                        .undo("SELECT setval({'x}, 500)", "!{s}.{x} SEQUENCE_BACKWARDS 495")
                        .or("SELECT setval({'x}, 490)", "!{s}.{x} SEQUENCE_BACKWARDS 10")
                        .or("SELECT setval({'x}, 1000)")
                        .undo("COMMENT ON SEQUENCE {s}.{x} IS 'q'", "-comment on sequence {s}.{x}")
                        .undo("GRANT USAGE ON SEQUENCE {s}.{x} TO fuzz_reader", "-grants on sequence {s}.{x}"),
                up("ALTER SEQUENCE {s}.{x} MAXVALUE 5000 CYCLE")
                        .setup(sequence)
                        .undo("ALTER SEQUENCE {s}.{x} MAXVALUE 99999 NO CYCLE", told)
                        .or("ALTER SEQUENCE {s}.{x} MAXVALUE 99999", told),
                up("ALTER SEQUENCE {s}.{x} OWNED BY {t}.{n}")
                        .setup("ALTER TABLE {t} OWNER TO CURRENT_USER;" + sequence)
                        .undo("ALTER SEQUENCE {s}.{x} OWNED BY NONE", told),
                up("SELECT nextval({'x})")
                        .setup(sequence + "SELECT nextval({'x})")
                        .must("SELECT nextval({'x})"),
                up("SELECT nextval({'x})")
                        .setup("CREATE SEQUENCE {s}.{x} INCREMENT -1; SELECT setval({'x}, -50)")
                        .undo("SELECT 1")
                        .or("SELECT setval({'x}, -40)", "!{s}.{x} SEQUENCE_BACKWARDS 10"),
                up("ALTER SEQUENCE {s}.{x} RENAME TO {y}")
                        .setup(sequence)
                        .undo("ALTER SEQUENCE {s}.{y} RENAME TO {x}", "-sequence {s}.{x}", "+sequence {s}.{y}"));
    }

    private static List<Change> grants() {
        String own = "CREATE TABLE {s}.{x} (a int, b int);";
        return List.of(
                up("GRANT SELECT ON {s}.{x} TO fuzz_reader")
                        .setup(own)
                        .undo("REVOKE SELECT ON {s}.{x} FROM fuzz_reader", "+grants on table {s}.{x}"),
                up("REVOKE ALL ON {s}.{x} FROM fuzz_reader")
                        .setup(own + "GRANT SELECT ON {s}.{x} TO fuzz_reader WITH GRANT OPTION")
                        .undo("GRANT SELECT ON {s}.{x} TO fuzz_reader WITH GRANT OPTION", "-grants on table {s}.{x}")
                        .or("GRANT SELECT ON {s}.{x} TO fuzz_reader", "*grants on table {s}.{x}"),
                up("GRANT UPDATE (a) ON {s}.{x} TO fuzz_reader")
                        .setup(own)
                        .undo("REVOKE UPDATE (a) ON {s}.{x} FROM fuzz_reader", "+grants on column {s}.{x}.a"),
                up("GRANT USAGE ON SCHEMA {x} TO PUBLIC")
                        .setup("CREATE SCHEMA {x}")
                        .undo("REVOKE USAGE ON SCHEMA {x} FROM PUBLIC", "+grants on schema {x}"),
                up("ALTER DEFAULT PRIVILEGES FOR ROLE fuzz_owner IN SCHEMA {x} GRANT SELECT ON TABLES TO fuzz_reader")
                        .setup("CREATE SCHEMA {x}")
                        .undo(
                                "ALTER DEFAULT PRIVILEGES FOR ROLE fuzz_owner IN SCHEMA {x} REVOKE SELECT ON TABLES FROM fuzz_reader",
                                "+default privileges for role fuzz_owner in schema {x} on tables"));
    }

    private static List<Change> database() {
        String operator = "CREATE OPERATOR {x}.=#= (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)";
        return List.of(
                up("CREATE SCHEMA {x} AUTHORIZATION fuzz_owner").undo("DROP SCHEMA {x}", "+schema {x}"),
                up("ALTER SCHEMA {x} OWNER TO fuzz_owner")
                        .setup("CREATE SCHEMA {x}")
                        .undo("ALTER SCHEMA {x} OWNER TO CURRENT_USER", "*owner of schema {x}"),
                up("DROP SCHEMA {x}")
                        .setup("CREATE SCHEMA {x}; COMMENT ON SCHEMA {x} IS 's'")
                        .undo("CREATE SCHEMA {x}; COMMENT ON SCHEMA {x} IS 's'", "-schema {x}")
                        .or("CREATE SCHEMA {x}", "-comment on schema {x}"),
                up("ALTER SCHEMA {x} RENAME TO {y}")
                        .setup("CREATE SCHEMA {x}")
                        .undo("ALTER SCHEMA {y} RENAME TO {x}", "-schema {x}", "+schema {y}"),
                up("CREATE STATISTICS {s}.{x} (ndistinct) ON {int}, {big} FROM {t}")
                        .undo("DROP STATISTICS {s}.{x}", "+statistics object {s}.{x}"),
                up("ALTER STATISTICS {s}.{x} SET STATISTICS 50")
                        .setup(
                                "CREATE STATISTICS {s}.{x} ON {int}, {big} FROM {t}; ALTER STATISTICS {s}.{x} SET STATISTICS 40")
                        .undo("ALTER STATISTICS {s}.{x} SET STATISTICS 40", "*statistics object {s}.{x}"),
                up("CREATE COLLATION {s}.{x} (LOCALE = 'C', PROVIDER = libc)")
                        .undo("DROP COLLATION {s}.{x}", "+collation {s}.{x}"),
                up("DROP TEXT SEARCH CONFIGURATION {s}.{x}")
                        .setup("CREATE TEXT SEARCH CONFIGURATION {s}.{x} (COPY = english)")
                        .undo(
                                "CREATE TEXT SEARCH CONFIGURATION {s}.{x} (COPY = english)",
                                "-text search configuration {s}.{x}")
                        .or(
                                "CREATE TEXT SEARCH CONFIGURATION {s}.{x} (COPY = simple)",
                                "*text search configuration {s}.{x}"),
                up("CREATE TEXT SEARCH DICTIONARY {s}.{x} (TEMPLATE = simple)")
                        .undo("DROP TEXT SEARCH DICTIONARY {s}.{x}", "+text search dictionary {s}.{x}"),
                up("CREATE PUBLICATION {x} FOR TABLE {t}").undo("DROP PUBLICATION {x}", "+publication {x}"),
                up("ALTER PUBLICATION {x} DROP TABLE {t}")
                        .setup("CREATE PUBLICATION {x} FOR TABLE {t}")
                        .undo("ALTER PUBLICATION {x} ADD TABLE {t}", "*publication {x}"),
                up("CREATE FOREIGN DATA WRAPPER {x}; CREATE SERVER {y} FOREIGN DATA WRAPPER {x} OPTIONS (a 'b')")
                        .undo("DROP FOREIGN DATA WRAPPER {x} CASCADE", "+server {y}", "+foreign-data wrapper {x}")
                        .or("DROP SERVER {y}", "+foreign-data wrapper {x}"),
                up("ALTER SERVER {y} OPTIONS (SET a 'c')")
                        .setup(
                                "CREATE FOREIGN DATA WRAPPER {x}; CREATE SERVER {y} FOREIGN DATA WRAPPER {x} OPTIONS (a 'b')")
                        .undo("ALTER SERVER {y} OPTIONS (SET a 'b')", "*server {y}")
                        .or("ALTER SERVER {y} OPTIONS (DROP a)", "*server {y}"),
                up("CREATE FOREIGN TABLE {s}.{z} (a int) SERVER {y} OPTIONS (f '1')")
                        .setup("CREATE FOREIGN DATA WRAPPER {x}; CREATE SERVER {y} FOREIGN DATA WRAPPER {x}")
                        .undo("DROP FOREIGN TABLE {s}.{z}", "+foreign table {s}.{z}"),
                up(operator)
                        .setup("CREATE SCHEMA {x}")
                        .undo("DROP OPERATOR {x}.=#= (int, int)", "+operator {x}.=#=(integer,integer)"),
                up("CREATE FUNCTION {s}.{x}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                                + "CREATE EVENT TRIGGER {y} ON ddl_command_end EXECUTE FUNCTION {s}.{x}()")
                        .must("DROP EVENT TRIGGER {y}; DROP FUNCTION {s}.{x}()")
                        .or("DROP EVENT TRIGGER {y}", "+function {s}.{x}()"));
    }
}
