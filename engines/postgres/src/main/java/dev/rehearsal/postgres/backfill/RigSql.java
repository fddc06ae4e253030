package dev.rehearsal.postgres.backfill;

import dev.rehearsal.dialect.Backfills.Halt;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The triggers by which the server writes down each statement. A sequence counts the statements, and one the sessions that
 * were ended: neither goes back with a transaction. What a session has done is counted by the server since its counts were
 * last published; a count of written rows that has gone down tells that this has happened.
 */
final class RigSql {
    static final String SCHEMA = "rehearsal_backfill";

    /** How our own sessions call themselves; what they write is not the migration's. */
    static final String OWN = "rehearsal-backfill";

    /** The first half of the number of the lock at which a session waits; the second is its statement. */
    static final int GATE = 7_216_001;

    static final String RAN = """
            SELECT number, transaction, session, n.nspname, c.relname, query, xact_start, began, ended, written,
                   anew, looked, scans
              FROM rehearsal_backfill.ran JOIN pg_catalog.pg_class c ON c.oid = relation
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             ORDER BY id""";

    static final String ENDED = "SELECT is_called FROM rehearsal_backfill.ended";

    private static final String TABLES = """
            CREATE SCHEMA rehearsal_backfill;
            CREATE TABLE rehearsal_backfill.ran (
              id bigint GENERATED ALWAYS AS IDENTITY, number bigint, transaction bigint, session bigint,
              relation oid, query text, xact_start timestamptz, began timestamptz, ended timestamptz, written bigint,
              total bigint, anew boolean, looked bigint, scans bigint);
            CREATE SEQUENCE rehearsal_backfill.met;
            CREATE SEQUENCE rehearsal_backfill.ended;
            CREATE TABLE rehearsal_backfill.halt (kind text, number bigint)""";

    private static final String TOTAL = """
            CREATE FUNCTION rehearsal_backfill.total(oid) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog AS $$
              SELECT pg_stat_get_xact_tuples_inserted($1) + pg_stat_get_xact_tuples_updated($1)
                     + pg_stat_get_xact_tuples_deleted($1)
            $$""";

    private static final String END = """
            CREATE FUNCTION rehearsal_backfill.end_session() RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM pg_catalog.nextval('rehearsal_backfill.ended');
              PERFORM pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid());
              PERFORM pg_catalog.pg_sleep(60);
            END $$""";

    private static final String BEFORE = """
            CREATE FUNCTION rehearsal_backfill.before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
              SET search_path = pg_catalog SET lock_timeout = 0 AS $$
            DECLARE
              n bigint;
              what text;
            BEGIN
              IF current_setting('application_name') = '%2$s' THEN
                RETURN NULL;
              END IF;
              n := nextval('rehearsal_backfill.met');
              what := (SELECT kind FROM rehearsal_backfill.halt WHERE number = n);
              IF what = 'END_BEFORE' THEN
                PERFORM rehearsal_backfill.end_session();
              ELSIF what = 'WAIT' THEN
                PERFORM pg_advisory_lock(%1$d, n::int4);
                PERFORM pg_advisory_unlock(%1$d, n::int4);
              END IF;
              PERFORM set_config('rehearsal_backfill.t' || TG_RELID,
                n || ' ' || extract(epoch FROM clock_timestamp()) || ' ' || rehearsal_backfill.total(TG_RELID), false);
              RETURN NULL;
            END $$""";

    private static final String AFTER = """
            CREATE FUNCTION rehearsal_backfill.after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
              SET search_path = pg_catalog AS $$
            DECLARE
              began text[];
              total bigint := rehearsal_backfill.total(TG_RELID);
              last bigint := coalesce(nullif(current_setting('rehearsal_backfill.l' || TG_RELID, true), ''), '0')::bigint;
            BEGIN
              IF current_setting('application_name') = '%1$s' THEN
                RETURN NULL;
              END IF;
              began := string_to_array(current_setting('rehearsal_backfill.t' || TG_RELID), ' ');
              INSERT INTO rehearsal_backfill.ran (number, transaction, session, relation, query, xact_start, began, ended,
                                                  written, anew, looked, scans)
              SELECT began[1]::bigint, pg_current_xact_id()::text::bigint, pg_backend_pid(), TG_RELID, current_query(),
                     transaction_timestamp(), to_timestamp(began[2]::float8), clock_timestamp(),
                     total - began[3]::bigint, began[3]::bigint < last,
                     (SELECT sum(pg_stat_get_xact_tuples_returned(c.oid)) FROM pg_class c
                       WHERE c.oid >= 16384 AND c.relkind IN ('r', 'i', 'm')
                         AND c.relnamespace <> 'rehearsal_backfill'::regnamespace),
                     pg_stat_get_xact_numscans(TG_RELID);
              PERFORM set_config('rehearsal_backfill.l' || TG_RELID, total::text, false);
              IF EXISTS (SELECT FROM rehearsal_backfill.halt WHERE kind = 'END_AFTER' AND number = began[1]::bigint) THEN
                PERFORM rehearsal_backfill.end_session();
              END IF;
              RETURN NULL;
            END $$""";

    private static final String NOTED = """
            CREATE FUNCTION rehearsal_backfill.noted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
              SET search_path = pg_catalog AS $$
            BEGIN
              IF EXISTS (SELECT FROM rehearsal_backfill.met, rehearsal_backfill.halt
                          WHERE is_called AND last_value >= number AND kind = 'END_AT_HISTORY') THEN
                PERFORM rehearsal_backfill.end_session();
              END IF;
              RETURN NULL;
            END $$""";

    private RigSql() {}

    /** {@return what prepares a database, in order} */
    static List<String> install(Collection<QualifiedName> tables, Collection<QualifiedName> own, Halt halt) {
        List<String> all =
                new ArrayList<>(List.of(TABLES, TOTAL, END, BEFORE.formatted(GATE, OWN), AFTER.formatted(OWN), NOTED));
        if (!halt.statements().isEmpty()) {
            all.add("INSERT INTO rehearsal_backfill.halt VALUES "
                    + halt.statements().stream()
                            .map(number -> "('" + halt.kind() + "', " + number + ")")
                            .collect(Collectors.joining(", ")));
        }
        for (QualifiedName table : tables) {
            all.addAll(trigger(table, "BEFORE", "INSERT OR UPDATE OR DELETE", "before"));
            all.addAll(trigger(table, "AFTER", "INSERT OR UPDATE OR DELETE", "after"));
        }
        if (halt.kind() == Halt.Kind.END_AT_HISTORY) {
            own.forEach(table -> all.addAll(trigger(table, "BEFORE", "INSERT OR UPDATE", "noted")));
        }
        return all;
    }

    /** It also fires where a migration has switched off triggers for its session. */
    private static List<String> trigger(QualifiedName table, String when, String what, String function) {
        String name = SCHEMA + "_" + function;
        return List.of(
                "CREATE TRIGGER " + name + " " + when + " " + what + " ON " + SqlNames.quote(table)
                        + " FOR EACH STATEMENT EXECUTE FUNCTION " + SCHEMA + "." + function + "()",
                "ALTER TABLE " + SqlNames.quote(table) + " ENABLE ALWAYS TRIGGER " + name);
    }
}
