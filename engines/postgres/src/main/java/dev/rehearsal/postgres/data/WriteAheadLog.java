package dev.rehearsal.postgres.data;

import dev.rehearsal.postgres.wal.LogInspection;
import dev.rehearsal.postgres.wal.LogInspection.Planted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A server's write-ahead log, asked which files of a database were written since a position in it. That needs PostgreSQL
 * 16, a superuser, the extension pg_walinspect, and a log that is still there. Stateless; safe for use by several threads.
 */
final class WriteAheadLog {
    private static final String POSITION =
            "SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::int8";
    /** Others do not see who is writing. */
    private static final String SUPERUSER = "SELECT (pg_catalog.current_setting('is_superuser') = 'on')::int";

    private static final String WRITING =
            "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE backend_xid IS NOT NULL";
    /** Asked after the other: who prepares a transaction meanwhile is seen by one of the two. */
    private static final String PREPARED = "SELECT count(*) FROM pg_catalog.pg_prepared_xacts";

    private static final String WRITTEN = """
            SELECT DISTINCT relfilenode::int8
            FROM pg_get_wal_block_info('0/0'::pg_lsn + ?::int8, '0/0'::pg_lsn + ?::int8, false)
            WHERE reldatabase = ?""";

    private static final String OWN = "SELECT oid::int8 FROM pg_catalog.pg_database WHERE datname = current_database()";

    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 5;

    private final DataSource maintenance;

    WriteAheadLog(DataSource maintenance) {
        this.maintenance = maintenance;
    }

    /**
     * {@return a position behind all that a later look will see for the first time; empty while some transaction of the
     * server has written and not ended, because it may have written before the position and be seen later, and where
     * that cannot be told}
     */
    Optional<Long> calmPosition() {
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement()) {
            boolean told = number(statement, SUPERUSER) == 1;
            for (int i = 0; told && i < TRIES; i++) {
                long position = number(statement, POSITION);
                if (number(statement, WRITING) == 0 && number(statement, PREPARED) == 0) {
                    return Optional.of(position);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException e) {
            return Optional.empty(); // then all is read
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /**
     * {@return the files of a database that were written since a position; empty if that cannot be told in time}
     *
     * @param position from {@link #calmPosition}
     * @param database its oid
     * @param bytes how much of the log may be read
     * @param limit how long
     */
    Optional<Set<Long>> writtenSince(long position, long database, long bytes, Duration limit) {
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement()) {
            long end = number(statement, POSITION);
            if (end == position) {
                return Optional.of(Set.of());
            }
            if (end - position > bytes) {
                return Optional.empty();
            }
            statement.execute("SET statement_timeout = " + Math.max(1, limit.toMillis()));
            return Optional.of(LogInspection.of(connection, (inspecting, planted) -> {
                long own = number(statement, OWN);
                Planted.demand(
                        !files(inspecting, planted.from(), planted.to(), own).isEmpty());
                return files(inspecting, position, end, database);
            }));
        } catch (SQLException e) {
            return Optional.empty(); // then all is read
        }
    }

    private static Set<Long> files(Connection connection, long from, long to, long database) throws SQLException {
        try (PreparedStatement written = connection.prepareStatement(WRITTEN)) {
            written.setLong(1, from);
            written.setLong(2, to);
            written.setLong(3, database);
            Set<Long> files = new HashSet<>();
            try (ResultSet row = written.executeQuery()) {
                while (row.next()) {
                    files.add(row.getLong(1));
                }
            }
            return files;
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
