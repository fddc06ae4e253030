package dev.rehearsal.mariadb.crash;

import dev.rehearsal.mariadb.watch.MariaDbWatching;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends sessions and waits until they are gone.
 *
 * @param watching gives connections
 */
record Killer(MariaDbWatching watching) {
    private static final String THERE = "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = ?";
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    void kill(List<Long> sessions) throws SQLException {
        try (Connection connection = watching.looking().getConnection();
                PreparedStatement there = connection.prepareStatement(THERE)) {
            for (long session : sessions) {
                watching.terminate(connection, session);
                awaitEnd(there, session);
            }
        }
    }

    private static void awaitEnd(PreparedStatement there, long session) throws SQLException {
        long deadline = System.nanoTime() + LONGEST;
        there.setLong(1, session);
        while (isThere(there)) {
            if (System.nanoTime() > deadline) {
                throw new SQLException("The session " + session + " did not end within 10 s.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while a session was ended", e);
            }
        }
    }

    private static boolean isThere(PreparedStatement there) throws SQLException {
        try (ResultSet row = there.executeQuery()) {
            return row.next() && row.getInt(1) > 0;
        }
    }
}
