package dev.rehearsal.postgres.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;

/** What a session is asked about itself, and others about it. */
final class Backend {
    private static final String OWN =
            "SELECT split_part(virtualtransaction, '/', 2) FROM pg_catalog.pg_locks WHERE pid = pg_backend_pid() LIMIT 1";
    private static final String OTHER =
            "SELECT split_part(virtualtransaction, '/', 2) FROM pg_catalog.pg_locks WHERE pid = ? LIMIT 1";
    private static final String WRITES = "SELECT pg_catalog.pg_current_xact_id_if_assigned() IS NOT NULL";
    private static final String TERMINATE = "SELECT pg_catalog.pg_terminate_backend(?, 10000)";

    private Backend() {}

    /** {@return the server's process of a session, living or dead; nothing is asked of it} */
    static int pid(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getQueryExecutor().getBackendPID();
    }

    /** {@return the number of the session's transaction among all that it has had; asking is one of them} */
    static long transaction(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(OWN)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** {@return the number of another session's transaction; 0 if it is in none} */
    static long transaction(Connection from, int pid) throws SQLException {
        try (PreparedStatement statement = from.prepareStatement(OTHER)) {
            statement.setInt(1, pid);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** {@return whether the session's transaction has written anything} */
    static boolean writes(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(WRITES)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Ends a session and waits until it is gone. */
    static void terminate(Connection from, int pid) throws SQLException {
        try (PreparedStatement statement = from.prepareStatement(TERMINATE)) {
            statement.setInt(1, pid);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new SQLException("The session " + pid + " did not end within 10 s.");
                }
            }
        }
    }
}
