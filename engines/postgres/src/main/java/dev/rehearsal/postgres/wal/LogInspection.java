package dev.rehearsal.postgres.wal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the write-ahead log by the extension pg_walinspect. The extension is made inside a transaction that is rolled back:
 * no one ever sees it. Still it belongs into the maintenance database, where no schemas are compared. Something is written
 * and taken back before each reading: whoever does not find that in the log has not read it.
 */
public final class LogInspection {
    private static final String POSITION =
            "SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::int8";
    /** Writes to the catalogue, and locks what it makes against everyone. */
    private static final String PLANT = "CREATE TEMPORARY TABLE rehearsal_planted ()";

    private LogInspection() {}

    /**
     * {@return what is read of the log, which holds all that was done before}
     *
     * @param <T> what that is
     * @param maintenance a session in autocommit, of a superuser; the caller closes it
     * @param reading reads
     * @throws SQLException if the server refuses, or what the reading throws
     */
    public static <T> T of(Connection maintenance, Reading<T> reading) throws SQLException {
        try (Statement statement = maintenance.createStatement()) {
            Planted planted = plant(maintenance, statement);
            LogFlush.by(statement);
            maintenance.setAutoCommit(false);
            try {
                statement.execute("SET LOCAL client_min_messages = warning");
                statement.execute("CREATE EXTENSION IF NOT EXISTS pg_walinspect");
                return reading.from(maintenance, planted);
            } finally {
                maintenance.rollback();
            }
        }
    }

    private static Planted plant(Connection maintenance, Statement statement) throws SQLException {
        long from = position(statement);
        maintenance.setAutoCommit(false);
        try {
            statement.execute(PLANT);
        } finally {
            maintenance.rollback();
            maintenance.setAutoCommit(true);
        }
        return new Planted(from, position(statement));
    }

    private static long position(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(POSITION)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * A piece of the log in which the maintenance database was written to, and something in it locked against everyone.
     *
     * @param from where it begins
     * @param to where it ends
     */
    public record Planted(long from, long to) {
        /**
         * Demands that a reading has shown it.
         *
         * @param seen whether it has
         * @throws SQLException if it has not
         */
        public static void demand(boolean seen) throws SQLException {
            if (!seen) {
                throw new SQLException("the write-ahead log does not show what was just written to it");
            }
        }
    }

    /** Reads the log. */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * {@return what was read}
         *
         * @param connection a session in which the extension's functions are there
         * @param planted what it must see, or not be believed
         * @throws SQLException if the server fails
         */
        T from(Connection connection, Planted planted) throws SQLException;
    }
}
