package dev.rehearsal.postgres.catalog;

import static dev.rehearsal.postgres.catalog.Alteration.altering;

import java.util.ArrayList;
import java.util.List;

/** Changes to grants, policies, roles and settings. */
final class SecurityAlterations {
    private SecurityAlterations() {}

    static List<Alteration> all(int version) {
        List<Alteration> all = new ArrayList<>(grants());
        all.addAll(policies());
        all.addAll(cluster());
        if (version >= 15) {
            all.add(altering(
                    "GRANT SET ON PARAMETER log_min_messages TO sink_reader",
                    "REVOKE SET ON PARAMETER log_min_messages FROM sink_reader",
                    "+grants on parameter log_min_messages"));
        }
        return all;
    }

    private static List<Alteration> grants() {
        return List.of(
                altering(
                        "REVOKE INSERT ON shop.users FROM sink_reader",
                        "GRANT INSERT ON shop.users TO sink_reader WITH GRANT OPTION",
                        "*grants on table shop.users"),
                altering(
                        "GRANT SELECT ON shop.orders TO sink_reader",
                        "REVOKE SELECT ON shop.orders FROM sink_reader",
                        "+grants on table shop.orders"),
                altering(
                        "REVOKE DELETE ON shop.orders FROM postgres",
                        "GRANT DELETE ON shop.orders TO postgres",
                        "+grants on table shop.orders"),
                altering(
                        "REVOKE UPDATE (email) ON shop.users FROM sink_reader",
                        "GRANT UPDATE (email) ON shop.users TO sink_reader",
                        "-grants on column shop.users.email"),
                altering(
                        "REVOKE USAGE ON SCHEMA shop FROM sink_reader",
                        "GRANT USAGE ON SCHEMA shop TO sink_reader",
                        "-grants on schema shop"),
                altering(
                        "GRANT EXECUTE ON FUNCTION shop.twice(int) TO PUBLIC",
                        "REVOKE EXECUTE ON FUNCTION shop.twice(int) FROM PUBLIC",
                        "-grants on function shop.twice(integer)"),
                altering(
                        "GRANT USAGE ON TYPE shop.mood TO PUBLIC",
                        "REVOKE USAGE ON TYPE shop.mood FROM PUBLIC",
                        "-grants on type shop.mood"),
                altering(
                        "GRANT USAGE ON SEQUENCE shop.users_id_seq TO sink_reader",
                        "REVOKE USAGE ON SEQUENCE shop.users_id_seq FROM sink_reader",
                        "+grants on sequence shop.users_id_seq"),
                altering(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE sink_owner IN SCHEMA shop GRANT UPDATE ON TABLES TO sink_reader",
                        "ALTER DEFAULT PRIVILEGES FOR ROLE sink_owner IN SCHEMA shop REVOKE UPDATE ON TABLES FROM sink_reader",
                        "*default privileges for role sink_owner in schema shop on tables"),
                altering(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE sink_owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
                        "ALTER DEFAULT PRIVILEGES FOR ROLE sink_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                        "-default privileges for role sink_owner on functions"),
                altering(
                        "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO sink_reader', current_database()); END $$",
                        "DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM sink_reader', current_database()); END $$",
                        "+grants on database this database"));
    }

    private static List<Alteration> policies() {
        return List.of(
                altering(
                        "DROP POLICY own_rows ON shop.users",
                        "CREATE POLICY own_rows ON shop.users AS RESTRICTIVE FOR UPDATE TO sink_reader, sink_owner"
                                + " USING (id > 0) WITH CHECK (email <> '');"
                                + "COMMENT ON POLICY own_rows ON shop.users IS 'own'",
                        "-policy shop.users.own_rows"),
                altering(
                        "ALTER POLICY own_rows ON shop.users TO sink_owner",
                        "ALTER POLICY own_rows ON shop.users TO sink_owner, sink_reader",
                        "*policy shop.users.own_rows"),
                altering(
                        "ALTER TABLE shop.users DISABLE ROW LEVEL SECURITY",
                        "ALTER TABLE shop.users ENABLE ROW LEVEL SECURITY",
                        "*table shop.users"),
                altering(
                        "ALTER TABLE shop.users FORCE ROW LEVEL SECURITY",
                        "ALTER TABLE shop.users NO FORCE ROW LEVEL SECURITY",
                        "*table shop.users"),
                altering(
                        "ALTER SCHEMA shop OWNER TO sink_owner",
                        "ALTER SCHEMA shop OWNER TO postgres",
                        "*owner of schema shop"));
    }

    private static List<Alteration> cluster() {
        return List.of(
                altering("CREATE ROLE left_over LOGIN", "DROP ROLE left_over", "+role left_over"),
                altering(
                        "ALTER ROLE sink_reader CREATEROLE",
                        "ALTER ROLE sink_reader NOCREATEROLE",
                        "*role sink_reader"),
                altering(
                        "REVOKE \"Sink Group\" FROM sink_reader",
                        "GRANT \"Sink Group\" TO sink_reader",
                        "-role membership sink_reader in \"Sink Group\""),
                altering(
                        "ALTER ROLE sink_reader SET work_mem = '9MB'",
                        "ALTER ROLE sink_reader SET work_mem = '8MB'",
                        "*role setting sink_reader.work_mem"),
                altering(
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = shop, public', current_database()); END $$",
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET search_path', current_database()); END $$",
                        "+database setting search_path"),
                altering(
                        "DO $$ BEGIN EXECUTE format('ALTER ROLE sink_reader IN DATABASE %I SET jit = off', current_database()); END $$",
                        "DO $$ BEGIN EXECUTE format('ALTER ROLE sink_reader IN DATABASE %I RESET jit', current_database()); END $$",
                        "+role setting in this database sink_reader.jit"),
                altering("ALTER ROLE ALL SET jit = off", "ALTER ROLE ALL RESET jit", "+role setting ALL.jit"),
                altering(
                        "COMMENT ON ROLE sink_reader IS NULL",
                        "COMMENT ON ROLE sink_reader IS 'reads'",
                        "-comment on role sink_reader"));
    }
}
