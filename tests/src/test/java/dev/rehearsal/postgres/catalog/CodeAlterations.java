package dev.rehearsal.postgres.catalog;

import static dev.rehearsal.postgres.catalog.Alteration.altering;

import java.util.ArrayList;
import java.util.List;

/** Changes to views, routines, triggers, and whatever else is defined. */
final class CodeAlterations {
    private CodeAlterations() {}

    static List<Alteration> all(int version) {
        List<Alteration> all = new ArrayList<>(views());
        all.addAll(routines());
        all.addAll(triggers());
        all.addAll(others());
        all.addAll(replication());
        if (version >= 15) {
            all.add(altering(
                    "ALTER PUBLICATION sink_pub SET TABLE shop.users (id, email) WHERE (id > 5), shop.orders",
                    "ALTER PUBLICATION sink_pub SET TABLE shop.users, shop.orders",
                    "*publication sink_pub"));
            all.add(altering(
                    "ALTER PUBLICATION sink_pub ADD TABLES IN SCHEMA shop",
                    "ALTER PUBLICATION sink_pub DROP TABLES IN SCHEMA shop",
                    "*publication sink_pub"));
        }
        return all;
    }

    private static List<Alteration> views() {
        return List.of(
                altering(
                        "DROP VIEW shop.happier; CREATE VIEW shop.happier AS SELECT h.id AS happy_id,"
                                + " (SELECT count(*) FROM shop.orders o WHERE o.user_id = h.id) AS n FROM shop.happy h",
                        "SELECT 1"),
                altering(
                        "DROP VIEW shop.happier, shop.happy;"
                                + "CREATE VIEW shop.happy AS SELECT id, email FROM shop.users WHERE mood = 'happy';"
                                + "CREATE VIEW shop.happier AS SELECT h.id AS happy_id,"
                                + " (SELECT count(*) FROM shop.orders o WHERE o.user_id = h.id) AS n FROM shop.happy h",
                        "",
                        "*view shop.happy",
                        "-column shop.happy.email",
                        "-comment on view shop.happy",
                        "-comment on column shop.happy.id",
                        "-grants on view shop.happy",
                        "*owner of view shop.happy"),
                altering(
                        "CREATE OR REPLACE VIEW shop.happy WITH (security_barrier = true) AS"
                                + " SELECT id, email FROM shop.users WHERE mood <> 'sad'",
                        "CREATE OR REPLACE VIEW shop.happy WITH (security_barrier = true) AS"
                                + " SELECT id, email FROM shop.users WHERE mood = 'happy'",
                        "*view shop.happy"),
                altering("DROP VIEW shop.happier", "", "-view shop.happier"),
                altering(
                        "REFRESH MATERIALIZED VIEW shop.empty_totals",
                        "REFRESH MATERIALIZED VIEW shop.empty_totals WITH NO DATA",
                        "*materialized view shop.empty_totals"),
                altering(
                        "DROP RULE no_delete ON shop.cache",
                        "CREATE RULE no_delete AS ON DELETE TO shop.cache DO INSTEAD NOTHING;"
                                + "COMMENT ON RULE no_delete ON shop.cache IS 'keeps'",
                        "-rule shop.cache.no_delete"));
    }

    private static List<Alteration> routines() {
        return List.of(
                altering(
                        "CREATE OR REPLACE FUNCTION shop.twice(x int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE"
                                + " PARALLEL SAFE SET work_mem = '4MB' AS 'SELECT 2 * x'",
                        "CREATE OR REPLACE FUNCTION shop.twice(x int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE"
                                + " PARALLEL SAFE SET work_mem = '4MB' AS 'SELECT 2 * (x)'",
                        "*function shop.twice(integer)"),
                altering(
                        "ALTER FUNCTION shop.twice(int) VOLATILE",
                        "ALTER FUNCTION shop.twice(int) IMMUTABLE",
                        "*function shop.twice(integer)"),
                altering("DROP FUNCTION shop.twice(text)", "", "-function shop.twice(text)"),
                altering(
                        "DROP AGGREGATE shop.total(int); CREATE AGGREGATE shop.total(int) (SFUNC = int4pl, STYPE = int)",
                        "",
                        "*aggregate shop.total(integer)",
                        "-comment on aggregate shop.total(integer)"),
                altering(
                        "ALTER PROCEDURE shop.tidy(int) SECURITY DEFINER",
                        "ALTER PROCEDURE shop.tidy(int) SECURITY INVOKER",
                        "*procedure shop.tidy(integer)"));
    }

    private static List<Alteration> triggers() {
        return List.of(
                altering(
                        "ALTER TABLE shop.users DISABLE TRIGGER stamp",
                        "ALTER TABLE shop.users ENABLE TRIGGER stamp",
                        "*trigger shop.users.stamp"),
                altering(
                        "DROP TRIGGER stamp ON shop.users",
                        "CREATE TRIGGER stamp BEFORE INSERT OR UPDATE OF email ON shop.users FOR EACH ROW"
                                + " WHEN (NEW.email <> '') EXECUTE FUNCTION shop.stamp();"
                                + "COMMENT ON TRIGGER stamp ON shop.users IS 'stamps'",
                        "-trigger shop.users.stamp"),
                altering(
                        "ALTER TABLE shop.measure_1 DISABLE TRIGGER stamp_measure",
                        "ALTER TABLE shop.measure_1 ENABLE TRIGGER stamp_measure",
                        "+trigger shop.measure_1.stamp_measure"),
                altering(
                        "ALTER EVENT TRIGGER sink_ddl DISABLE",
                        "ALTER EVENT TRIGGER sink_ddl ENABLE",
                        "*event trigger sink_ddl"));
    }

    private static List<Alteration> others() {
        return List.of(
                altering("CREATE EXTENSION citext", "DROP EXTENSION citext", "+extension citext"),
                altering("DROP EXTENSION hstore", "CREATE EXTENSION hstore", "-extension hstore"),
                altering("ALTER EXTENSION pg_trgm UPDATE TO '1.6'", "SELECT 1"),
                altering("CREATE SCHEMA extra", "DROP SCHEMA extra", "+schema extra"),
                altering(
                        "DROP OPERATOR shop.~~~ (shop.address, shop.address)",
                        "",
                        "-operator shop.~~~(shop.address,shop.address)"),
                altering(
                        "ALTER OPERATOR FAMILY shop.backwards USING btree ADD OPERATOR 1 > (int8, int8)",
                        "ALTER OPERATOR FAMILY shop.backwards USING btree DROP OPERATOR 1 (int8, int8)",
                        "*operator family shop.backwards USING btree"),
                altering(
                        "DROP CAST (shop.address AS text); CREATE CAST (shop.address AS text) WITH INOUT;"
                                + "COMMENT ON CAST (shop.address AS text) IS 'street'",
                        "",
                        "*cast (shop.address AS text)"),
                altering("DROP COLLATION shop.bytes", "", "-collation shop.bytes"),
                altering(
                        "ALTER TEXT SEARCH CONFIGURATION shop.search ALTER MAPPING FOR word WITH simple",
                        "ALTER TEXT SEARCH CONFIGURATION shop.search ALTER MAPPING FOR word WITH english_stem",
                        "*text search configuration shop.search"),
                altering(
                        "ALTER TEXT SEARCH DICTIONARY shop.plain (STOPWORDS)",
                        "ALTER TEXT SEARCH DICTIONARY shop.plain (STOPWORDS = english)",
                        "*text search dictionary shop.plain"),
                altering(
                        "ALTER SERVER sink_server VERSION '2'",
                        "ALTER SERVER sink_server VERSION '1'",
                        "*server sink_server"),
                altering(
                        "ALTER FOREIGN TABLE shop.remote OPTIONS (SET file 'y')",
                        "ALTER FOREIGN TABLE shop.remote OPTIONS (SET file 'x')",
                        "*foreign table shop.remote"),
                altering(
                        "ALTER USER MAPPING FOR sink_reader SERVER sink_server OPTIONS (SET remote 'you')",
                        "ALTER USER MAPPING FOR sink_reader SERVER sink_server OPTIONS (SET remote 'me')",
                        "*user mapping sink_reader on server sink_server"));
    }

    private static List<Alteration> replication() {
        return List.of(
                altering(
                        "ALTER PUBLICATION sink_pub DROP TABLE shop.orders",
                        "ALTER PUBLICATION sink_pub ADD TABLE shop.orders",
                        "*publication sink_pub"),
                altering(
                        "ALTER PUBLICATION sink_pub SET (publish = 'insert')",
                        "ALTER PUBLICATION sink_pub SET (publish = 'insert, update')",
                        "*publication sink_pub"));
    }
}
