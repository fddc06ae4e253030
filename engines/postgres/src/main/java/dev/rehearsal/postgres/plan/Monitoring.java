package dev.rehearsal.postgres.plan;

import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanContent.Sql;
import java.util.List;
import java.util.stream.Collectors;

/** What to look at when the migration is through. */
final class Monitoring {
    private static final String SLOWEST =
            "SELECT calls, round(mean_exec_time) AS mean_ms, left(query, 80) AS query FROM {relation}"
                    + " WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
                    + " ORDER BY mean_exec_time DESC LIMIT 10";

    private Monitoring() {}

    static List<Query> hour(List<String> tables) {
        return List.of(
                query("Who waits for a lock, and for whom", """
                        SELECT a.pid, now() - a.query_start AS waits, pg_catalog.pg_blocking_pids(a.pid) AS for_pids,
                               left(a.query, 80) AS query
                          FROM pg_catalog.pg_stat_activity a
                         WHERE cardinality(pg_catalog.pg_blocking_pids(a.pid)) > 0
                         ORDER BY a.query_start;""", "Should be empty, or empty again at once."),
                query(
                        "What runs for more than five seconds",
                        """
                        SELECT pid, state, wait_event_type, now() - xact_start AS transaction, left(query, 80) AS query
                          FROM pg_catalog.pg_stat_activity
                         WHERE xact_start < now() - interval '5 seconds' AND pid <> pg_backend_pid()
                         ORDER BY xact_start;""",
                        "A statement that was fast before has lost its index or its plan."),
                query("Locks on the touched tables", locks(tables), "No AccessExclusiveLock is left."),
                query("How far the replicas are behind", """
                        SELECT application_name, state, replay_lag,
                               pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), replay_lsn) AS bytes_behind
                          FROM pg_catalog.pg_stat_replication;""", "Back to what it was before."));
    }

    static List<Query> day(List<String> tables) {
        return List.of(
                query(
                        "Dead rows, and when they were last cleared",
                        "SELECT relname, n_live_tup, n_dead_tup, last_autovacuum, last_autoanalyze\n"
                                + "  FROM pg_catalog.pg_stat_user_tables\n WHERE relid IN (" + oids(tables)
                                + ")\n ORDER BY n_dead_tup DESC;",
                        "Dead rows do not grow for hours; statistics are newer than the migration."),
                query(
                        "The slowest statements, where pg_stat_statements is there",
                        slowest(),
                        "Compare with the day before."),
                query(
                        "Scans of the touched tables without an index",
                        """
                        SELECT relname, seq_scan, seq_tup_read, idx_scan
                          FROM pg_catalog.pg_stat_user_tables
                         WHERE relid IN (""" + oids(tables) + ")\n ORDER BY seq_tup_read DESC;",
                        "seq_tup_read grows no faster than before."));
    }

    private static String locks(List<String> tables) {
        return "SELECT l.relation::regclass, l.mode, l.granted, count(*)\n  FROM pg_catalog.pg_locks l\n"
                + " WHERE l.relation IN (" + oids(tables) + ")\n"
                + "   AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())\n"
                + " GROUP BY 1, 2, 3 ORDER BY 4 DESC;";
    }

    /** A query on an extension that may not be there is looked at by the server only if it is. */
    private static String slowest() {
        return """
                SELECT CASE WHEN v.name IS NULL THEN 'pg_stat_statements is not installed'
                       ELSE query_to_xml(replace(%s,
                              '{relation}', v.name), true, false, '')::text END AS slowest
                  FROM (SELECT (SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_catalog.pg_class c
                                  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                                 WHERE c.relname = 'pg_stat_statements' LIMIT 1)) AS v (name);""".formatted(Text.literal(SLOWEST));
    }

    private static String oids(List<String> tables) {
        return tables.isEmpty() ? "NULL" : tables.stream().map(Text::oid).collect(Collectors.joining(",\n         "));
    }

    private static Query query(String title, String sql, String basis) {
        return new Query(title, new Sql(sql), "", basis);
    }
}
