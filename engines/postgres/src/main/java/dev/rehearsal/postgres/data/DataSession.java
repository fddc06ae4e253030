package dev.rehearsal.postgres.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A connection that prints every value in one way only, whatever the database, the role or a script has set. All of it
 * is local to a read-only transaction, which ends with the session or begins anew when it lets go of its locks.
 */
final class DataSession implements AutoCloseable {
    private static final String PIN = """
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY;
            SET LOCAL statement_timeout = %d;
            SET LOCAL lock_timeout = 0;
            SET LOCAL idle_in_transaction_session_timeout = 0;
            SET LOCAL row_security = off;
            SET LOCAL search_path = '';
            SET LOCAL standard_conforming_strings = on;
            SET LOCAL quote_all_identifiers = off;
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL lc_numeric = 'C';
            SET LOCAL lc_monetary = 'C';
            SET LOCAL max_parallel_workers_per_gather = 2;
            SET LOCAL work_mem = '64MB';
            SET LOCAL jit = off;
            """;

    private final Connection connection;
    private final String pins;

    private DataSession(Connection connection, Duration deadline) {
        this.connection = connection;
        this.pins = PIN.formatted(deadline.toMillis());
    }

    /** {@return a session whose statements are cancelled after the deadline; the caller closes it} */
    static DataSession open(DataSource database, Duration deadline) throws SQLException {
        DataSession session = new DataSession(database.getConnection(), deadline);
        try {
            session.connection.setAutoCommit(false);
            session.run(session.pins);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** {@return all rows of a query, each as one value} */
    <T> List<T> list(String sql, RowMapper<T> mapper) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(mapper.map(rows));
            }
            return values;
        }
    }

    /** {@return a statement; the caller closes it} */
    Statement statement() throws SQLException {
        return connection.createStatement();
    }

    /** {@return a statement that fetches only so many rows at a time; the caller closes it} */
    Statement streaming(int fetchSize) throws SQLException {
        Statement statement = statement();
        statement.setFetchSize(fetchSize);
        return statement;
    }

    /** Gives back the locks on all that was read: a server has room for so many only. */
    void letGo() throws SQLException {
        connection.rollback();
        run(pins);
    }

    /** Ends what the session is doing; to be called from another thread. */
    void abort() throws SQLException {
        connection.abort(Runnable::run);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Reads one row. */
    interface RowMapper<T> {
        /** {@return the row as a value} */
        T map(ResultSet row) throws SQLException;
    }
}
