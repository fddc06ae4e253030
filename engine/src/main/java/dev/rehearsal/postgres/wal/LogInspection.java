package dev.rehearsal.postgres.wal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the write-ahead log by the extension pg_walinspect. The extension is made inside a transaction that is rolled back:
 * no one ever sees it. Still it belongs into the maintenance database, where no schemas are compared.
 */
public final class LogInspection {
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
            LogFlush.by(statement);
            maintenance.setAutoCommit(false);
            try {
                statement.execute("SET LOCAL client_min_messages = warning");
                statement.execute("CREATE EXTENSION IF NOT EXISTS pg_walinspect");
                return reading.from(maintenance);
            } finally {
                maintenance.rollback();
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
         * @throws SQLException if the server fails
         */
        T from(Connection connection) throws SQLException;
    }
}
