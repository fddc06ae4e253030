package dev.rehearsal.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the way to the server and back takes at least. A lock is taken after its statement has arrived and given back
 * before the answer leaves, so this much less is held than passes between sending the one and receiving the other.
 */
final class Latency {
    private static final int TRIES = 24;

    private Latency() {}

    /** {@return the fastest of some answers to a statement that does nothing, in nanoseconds} */
    static long least(Connection connection, String nothing) throws SQLException {
        long fastest = Long.MAX_VALUE;
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < TRIES; i++) {
                long sent = System.nanoTime();
                statement.execute(nothing);
                fastest = Math.min(fastest, System.nanoTime() - sent);
            }
        }
        return fastest;
    }
}
