package dev.rehearsal.postgres.wal;

import java.sql.SQLException;
import java.sql.Statement;

/** Has the write-ahead log written out: only what is on disk can be read, and is no longer to be waited for. */
public final class LogFlush {
    private static final String WAIT = "SET synchronous_commit = on";
    private static final String COMMIT = "SELECT pg_catalog.pg_logical_emit_message(true, 'rehearsal', 'flush')";

    private LogFlush() {}

    /**
     * Commits a message of a few bytes, and waits until the log is written up to it.
     *
     * @param statement of a session in autocommit; from now on its commits wait for the log
     * @throws SQLException if the server refuses
     */
    public static void by(Statement statement) throws SQLException {
        statement.execute(WAIT);
        statement.execute(COMMIT);
    }
}
