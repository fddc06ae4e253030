package dev.rehearsal.junit.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Who is connected to a database, asked from the maintenance database. Stateless; safe for use by several threads. */
public final class ConnectedSessions {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final String OPEN = "SELECT coalesce(application_name, ''), coalesce(state, ''), coalesce(query, '')"
            + " FROM pg_catalog.pg_stat_activity"
            + " WHERE datname = ? AND backend_type = 'client backend' ORDER BY backend_start";

    private final DataSource maintenance;
    private final String database;

    /**
     * Makes one.
     *
     * @param maintenance connections to the maintenance database
     * @param database whose sessions
     */
    public ConnectedSessions(DataSource maintenance, String database) {
        this.maintenance = maintenance;
        this.database = database;
    }

    /**
     * One session.
     *
     * @param application how it calls itself
     * @param state {@code idle}, {@code idle in transaction}, {@code active}
     * @param query its last statement
     */
    public record Open(String application, String state, String query) {
        /** {@return whether it is within a transaction, so that it may hold locks} */
        public boolean inTransaction() {
            return !state.equals("idle");
        }

        @Override
        public String toString() {
            String sql = query.strip().replaceAll("\\s+", " ");
            return (application.isEmpty() ? "a connection" : "'" + application + "'") + ", " + state
                    + (sql.isEmpty()
                            ? ""
                            : ", last statement: " + (sql.length() > 80 ? sql.substring(0, 80) + "…" : sql));
        }
    }

    /**
     * {@return the sessions that are still there after a while; a closed one needs a moment to be gone}
     *
     * @param patience how long to wait for all to go
     * @throws SQLException if the server fails
     */
    public List<Open> after(Duration patience) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        try (Connection connection = maintenance.getConnection()) {
            List<Open> open = open(connection);
            while (!open.isEmpty() && System.nanoTime() < end) {
                pause();
                open = open(connection);
            }
            return open;
        }
    }

    private List<Open> open(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                List<Open> open = new ArrayList<>();
                while (row.next()) {
                    open.add(new Open(row.getString(1), row.getString(2), row.getString(3)));
                }
                return open;
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for sessions to end.", e);
        }
    }
}
