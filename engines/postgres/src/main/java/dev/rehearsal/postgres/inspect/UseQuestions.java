package dev.rehearsal.postgres.inspect;

import dev.rehearsal.result.Severity;
import java.util.List;

/** What the server's own counters tell; no table is read. */
final class UseQuestions {
    private static final String STATISTICS = """
            SELECT 'table', format('%I.%I', n.nspname, s.relname),
                CASE WHEN s.last_analyze IS NULL AND s.last_autoanalyze IS NULL THEN 'was never analyzed'
                    ELSE format('%s of about %s rows changed since it was analyzed',
                        s.n_mod_since_analyze, s.n_live_tup) END
            FROM pg_catalog.pg_stat_user_tables s
            JOIN pg_catalog.pg_class c ON c.oid = s.relid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE {user} AND s.n_live_tup > 0
                AND (s.last_analyze IS NULL AND s.last_autoanalyze IS NULL AND c.reltuples <= 0
                    OR s.n_mod_since_analyze > greatest(1000, s.n_live_tup / 5))
            ORDER BY 2
            """;

    private static final String DEAD_ROWS = """
            SELECT 'table', format('%I.%I', n.nspname, s.relname),
                format('%s dead rows beside about %s live ones', s.n_dead_tup, s.n_live_tup)
            FROM pg_catalog.pg_stat_user_tables s
            JOIN pg_catalog.pg_class c ON c.oid = s.relid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE {user} AND s.n_dead_tup > greatest(1000, s.n_live_tup / 5)
            ORDER BY s.n_dead_tup DESC
            """;

    /** An estimate from the statistics: measuring it would read the whole table. */
    private static final String BLOAT = """
            SELECT 'table', name, format('takes %s pages, and its rows would fit into about %s (an estimate)', pages, needed)
            FROM (
                SELECT format('%I.%I', n.nspname, c.relname) AS name, c.relpages AS pages,
                    ceil(c.reltuples * (28 + sum(w.avg_width * (1 - w.null_frac)))
                        / (current_setting('block_size')::int - 24))::bigint AS needed
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_catalog.pg_stats w
                    ON w.schemaname = n.nspname AND w.tablename = c.relname AND NOT w.inherited
                WHERE c.relkind = 'r' AND c.relpages > 1000 AND c.reltuples > 0 AND {user}
                GROUP BY n.nspname, c.relname, c.relpages, c.reltuples
            ) sizes
            WHERE pages > 2 * needed
            ORDER BY pages - needed DESC
            """;

    private static final String SCANS = """
            SELECT 'table', format('%I.%I', n.nspname, s.relname),
                format('was read from end to end %s times, %s rows each time', s.seq_scan, s.seq_tup_read / s.seq_scan)
            FROM pg_catalog.pg_stat_user_tables s
            JOIN pg_catalog.pg_class c ON c.oid = s.relid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE {user} AND s.seq_scan > 100 AND s.seq_tup_read / s.seq_scan > 10000
            ORDER BY s.seq_tup_read DESC
            LIMIT 20
            """;

    /** An index that keeps rows unique is used by every write. */
    private static final String UNUSED = """
            SELECT 'index', format('%I.%I', n.nspname, s.indexrelname),
                format('was not used since %s (%s pages)',
                    coalesce(to_char(d.stats_reset, 'YYYY-MM-DD HH24:MI'), 'the counters began'), x.relpages)
            FROM pg_catalog.pg_stat_user_indexes s
            JOIN pg_catalog.pg_index i ON i.indexrelid = s.indexrelid
            JOIN pg_catalog.pg_class x ON x.oid = s.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
            JOIN pg_catalog.pg_stat_database d ON d.datname = current_database()
            WHERE {user} AND s.idx_scan = 0 AND i.indisvalid AND NOT i.indisunique AND NOT i.indisexclusion
                AND x.relpages > 10
            ORDER BY x.relpages DESC
            LIMIT 20
            """;

    static final List<Asked> ALL = List.of(
            new Asked(PostgresQuestions.STATISTICS, Severity.WARNING, STATISTICS),
            new Asked(PostgresQuestions.DEAD_ROWS, Severity.WARNING, DEAD_ROWS),
            new Asked(PostgresQuestions.BLOAT, Severity.WARNING, BLOAT),
            new Asked(PostgresQuestions.SCANS, Severity.NOTE, SCANS),
            new Asked(PostgresQuestions.UNUSED_INDEX, Severity.NOTE, UNUSED));

    private UseQuestions() {}
}
