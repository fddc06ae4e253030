package dev.rehearsal.mariadb.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A connection that prints every value in one way only, whatever the database has set. Not safe for use by threads. */
final class Session implements AutoCloseable {
    private static final String PIN = "SET SESSION sql_mode = '', SESSION time_zone = '+00:00',"
            + " SESSION max_statement_time = %d, SESSION lock_wait_timeout = 60, SESSION net_write_timeout = 3600,"
            + " SESSION transaction_read_only = 1";

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** {@return a session whose statements are ended after the deadline; the caller closes it} */
    static Session open(DataSource database, Duration deadline) throws SQLException {
        Session session = new Session(database.getConnection());
        try (Statement statement = session.statement()) {
            statement.execute(PIN.formatted(deadline.toSeconds()));
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** {@return all rows of a query, each as one value} */
    <T> List<T> list(String sql, RowMapper<T> mapper) throws SQLException {
        try (Statement statement = statement();
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Reads one row. */
    interface RowMapper<T> {
        /** {@return the row as a value} */
        T map(ResultSet row) throws SQLException;
    }
}
