package dev.rehearsal.postgres.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Runs one transaction at a time, and makes the server itself say that it reads only: before, that nothing can be written;
 * after, that no lock above ACCESS SHARE was taken.
 *
 * @param source connections that can only read
 */
record ReadOnlyWork(DataSource source) {
    private static final String READ_ONLY = """
            SELECT current_setting('transaction_read_only') = 'on'
                AND current_setting('default_transaction_read_only') = 'on'
            """;

    /** Names come qualified; no just-in-time compiler for queries of milliseconds. */
    private static final String SETTINGS = """
            SET LOCAL search_path = '';
            SET LOCAL jit = off;
            SET LOCAL max_parallel_workers_per_gather = 0
            """;

    /** Locks on relations are kept until the end of the transaction, so here are all that it took. */
    private static final String LOCKS = """
            SELECT string_agg(DISTINCT mode || ' on ' || relation, ', ')
            FROM pg_catalog.pg_locks
            WHERE pid = pg_catalog.pg_backend_pid() AND locktype <> 'virtualxid' AND mode NOT IN ('AccessShareLock', 'SIReadLock')
            """;

    /** What is asked in one transaction. */
    @FunctionalInterface
    interface Asking<T> {
        T ask(Statement statement) throws SQLException;
    }

    /** {@return the answer; the transaction is rolled back whatever happens} */
    <T> T run(Asking<T> asking) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                requireReadOnly(statement);
                statement.execute(SETTINGS);
                T answer = asking.ask(statement);
                requireNoLock(statement);
                return answer;
            } finally {
                connection.rollback();
            }
        }
    }

    private static void requireReadOnly(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(READ_ONLY)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new SQLException("The session is not read only: something between here and the server, such as a"
                        + " connection pooler, drops its settings. Name the server itself.");
            }
        }
    }

    private static void requireNoLock(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(LOCKS)) {
            row.next();
            String locks = row.getString(1);
            if (locks != null) {
                throw new IllegalStateException("An inspection took " + locks + ": a defect of Rehearsal's.");
            }
        }
    }
}
