package dev.rehearsal.postgres.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The server's counters of a database, as sessions that have ended left them.
 *
 * @param wal the position in the write-ahead log
 * @param temp bytes of temporary files so far
 * @param relations counters of each relation, by oid
 */
record ServerCounters(long wal, long temp, Map<Long, Of> relations) {
    private static final String WHOLE = """
            SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::int8, pg_stat_get_db_temp_bytes(oid)
            FROM pg_catalog.pg_database WHERE datname = current_database()""";
    private static final String EACH = """
            SELECT oid::int8, coalesce(pg_relation_size(oid), 0),
                CASE WHEN relkind IN ('r', 'm') THEN pg_stat_get_tuples_returned(oid) ELSE 0 END,
                CASE WHEN relkind IN ('r', 'm') THEN pg_stat_get_tuples_inserted(oid) ELSE 0 END,
                CASE WHEN relkind IN ('r', 'm') THEN pg_stat_get_tuples_updated(oid) ELSE 0 END,
                CASE WHEN relkind IN ('r', 'm') THEN pg_stat_get_tuples_deleted(oid) ELSE 0 END,
                CASE WHEN relkind IN ('r', 'm') THEN pg_stat_get_dead_tuples(oid) ELSE 0 END,
                pg_stat_get_blocks_fetched(oid), pg_stat_get_blocks_hit(oid)
            FROM pg_catalog.pg_class WHERE oid >= 16384 AND relkind IN ('r', 'm', 't', 'i')""";
    private static final String ENDING = """
            SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE pid = ANY(?)
                OR application_name = 'rehearsal' AND datname = current_database()""";

    static ServerCounters read(Connection connection) throws SQLException {
        Map<Long, Of> found = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(EACH)) {
                while (row.next()) {
                    long fetched = row.getLong(8);
                    long[] counts = new long[Of.KINDS];
                    for (int i = 0; i < 6; i++) {
                        counts[i] = row.getLong(2 + i);
                    }
                    counts[6] = fetched - row.getLong(9);
                    counts[7] = row.getLong(9);
                    found.put(row.getLong(1), new Of(counts));
                }
            }
            try (ResultSet row = statement.executeQuery(WHOLE)) {
                row.next();
                return new ServerCounters(row.getLong(1), row.getLong(2), found);
            }
        }
    }

    /** {@return how many sessions have not yet handed in their counts: ours that have just been closed, and given ones} */
    static int ending(Connection connection, Integer[] pids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDING)) {
            statement.setArray(1, connection.createArrayOf("int4", pids));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Counters of one relation, or the sum of several: size, rows read, inserted, updated, deleted, dead; blocks. */
    static final class Of {
        static final int KINDS = 8;
        private final long[] counts;

        Of(long[] counts) {
            this.counts = counts;
        }

        static Of none() {
            return new Of(new long[KINDS]);
        }

        long size() {
            return counts[0];
        }

        long at(int kind) {
            return counts[kind];
        }

        Of plus(Of other, int sign) {
            long[] sum = counts.clone();
            for (int i = 0; i < KINDS; i++) {
                sum[i] += sign * other.counts[i];
            }
            return new Of(sum);
        }

        /** {@return what the end of this relation changes: its size is gone, its other counts stay} */
        Of sizeGone() {
            Of gone = none();
            gone.counts[0] = -counts[0];
            return gone;
        }

        boolean nothing() {
            for (long count : counts) {
                if (count != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
