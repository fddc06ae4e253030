package dev.rehearsal.postgres.crash;

import dev.rehearsal.migration.RunSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a session is asked about itself, and others about it. */
final class Backend {
    private static final String OWN =
            "SELECT split_part(virtualtransaction, '/', 2) FROM pg_catalog.pg_locks WHERE pid = pg_backend_pid() LIMIT 1";
    private static final String OTHER =
            "SELECT split_part(virtualtransaction, '/', 2) FROM pg_catalog.pg_locks WHERE pid = ?::int8 LIMIT 1";
    private static final String WRITES = "SELECT pg_catalog.pg_current_xact_id_if_assigned() IS NOT NULL";
    private static final String TERMINATE = "SELECT pg_catalog.pg_terminate_backend(?::int8::int4, 10000)";

    private Backend() {}

    /** {@return the number of the session's transaction among all that it has had; asking is one of them} */
    static long transaction(RunSession session) throws SQLException {
        return session.ask(OWN, row -> row.number(1)).stream()
                .findFirst()
                .orElseThrow(() -> new SQLException("The session " + session.id() + " tells of no transaction."));
    }

    /** {@return the number of another session's transaction; 0 if it is in none} */
    static long transaction(Connection from, long pid) throws SQLException {
        try (PreparedStatement statement = from.prepareStatement(OTHER)) {
            statement.setLong(1, pid);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** {@return whether the session's transaction has written anything} */
    static boolean writes(RunSession session) throws SQLException {
        return session.ask(WRITES, row -> row.flag(1)).contains(true);
    }

    /** Ends a session and waits until it is gone. */
    static void terminate(Connection from, long pid) throws SQLException {
        try (PreparedStatement statement = from.prepareStatement(TERMINATE)) {
            statement.setLong(1, pid);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new SQLException("The session " + pid + " did not end within 10 s.");
                }
            }
        }
    }
}
