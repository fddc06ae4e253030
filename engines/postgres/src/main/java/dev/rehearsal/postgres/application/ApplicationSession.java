package dev.rehearsal.postgres.application;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.result.StatementPlan;
import dev.rehearsal.result.StatementRun.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A connection of the application. Each thing that it does is a transaction of its own that is rolled back at once, so
 * that what it locks it holds no longer than the statement lasts. Used by one thread at a time, but for aborting it.
 */
final class ApplicationSession implements AutoCloseable {
    private static final int SECONDS_TO_CONNECT = 10;
    private static final int ROWS_AT_ONCE = 1000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Gives up on a lock before the server would look for a deadlock, so that no migration ever falls victim to one. */
    private static final String LOCK_TIMEOUT = """
            SELECT pg_catalog.set_config('lock_timeout', greatest(1, least(200, setting::int / 2))::text, false)
            FROM pg_catalog.pg_settings WHERE name = 'deadlock_timeout'""";

    /** What the commit would check is checked, though nothing is ever committed. */
    private static final String CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE";

    private final Connection connection;
    private final Duration timeout;

    private ApplicationSession(Connection connection, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    static ApplicationSession open(DatabaseAddress database, Duration timeout) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setApplicationName("rehearsal-application");
        source.setOptions("-c jit=off -c idle_in_transaction_session_timeout=0 -c statement_timeout="
                + Math.max(1, timeout.toMillis()));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setSocketTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toSeconds() + SECONDS_TO_CONNECT));
        source.setPrepareThreshold(0); // planned anew each time: a plan kept from before the up would hide what it does
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_TIMEOUT);
            connection.setAutoCommit(false);
            return new ApplicationSession(connection, timeout);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** {@return the server's process} */
    int pid() throws SQLException {
        return connection.unwrap(BaseConnection.class).getQueryExecutor().getBackendPID();
    }

    /** {@return how long it took to get every row, in milliseconds, with all waiting for locks} */
    double run(Call call) throws SQLException {
        long begin = System.nanoTime();
        while (true) {
            try {
                once(call);
                return (System.nanoTime() - begin) / 1e6;
            } catch (SQLException e) {
                rollBack();
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || System.nanoTime() - begin > timeout.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private void once(Call call) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(call.sql())) {
            statement.setFetchSize(ROWS_AT_ONCE);
            call.fill(statement);
            if (statement.execute()) {
                readAll(statement);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(CHECK_NOW);
        }
        connection.rollback();
    }

    private static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    /** {@return its plan; null if the server has none to show for such a statement} */
    @Nullable
    StatementPlan plan(Call call) throws SQLException {
        if (!ExplainedPlan.exists(call.sql())) {
            return null;
        }
        try (PreparedStatement statement = connection.prepareStatement(ExplainedPlan.EXPLAIN + call.sql())) {
            call.fill(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return ExplainedPlan.read(row.getString(1)).plan();
            }
        } finally {
            rollBack();
        }
    }

    /** {@return the only value of a query's first row as text; null if there is no row, or the value is NULL} */
    @Nullable
    String value(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } finally {
            rollBack();
        }
    }

    /** {@return the type of a parameter as the server tells it, by its number from 1} */
    String[] types(String sql, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            String[] types = new String[count];
            for (int i = 0; i < count; i++) {
                types[i] = statement.getParameterMetaData().getParameterTypeName(i + 1);
            }
            return types;
        } finally {
            rollBack();
        }
    }

    /**
     * {@return what a server's refusal says}
     *
     * @throws SQLException if it was no refusal: the connection is gone
     */
    Failure failure(SQLException e) throws SQLException {
        if (connection.isClosed()) {
            throw e;
        }
        rollBack();
        String message = Objects.requireNonNullElse(e.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return new Failure(Objects.requireNonNullElse(e.getSQLState(), ""), message.replaceFirst("^ERROR: ", ""));
    }

    private void rollBack() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
        }
    }

    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
