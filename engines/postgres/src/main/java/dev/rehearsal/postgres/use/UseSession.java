package dev.rehearsal.postgres.use;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, in which each statement is tried and what fails is taken back alone. Values go in and come out as
 * text in one notation only. Closing it takes back what was not committed.
 */
final class UseSession implements AutoCloseable {
    private static final String PIN = """
            SET LOCAL statement_timeout = '60s';
            SET LOCAL lock_timeout = '5s';
            SET LOCAL idle_in_transaction_session_timeout = 0;
            SET LOCAL row_security = off;
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL bytea_output = 'hex';
            SET LOCAL lc_monetary = 'C';
            SET LOCAL jit = off;
            SET CONSTRAINTS ALL IMMEDIATE;
            """;

    private final Connection connection;

    private UseSession(Connection connection) {
        this.connection = connection;
    }

    static UseSession open(DataSource database) throws SQLException {
        UseSession session = new UseSession(database.getConnection());
        try {
            session.connection.setAutoCommit(false);
            session.pin();
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    private void pin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PIN);
        }
    }

    void each(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** {@return the rows of a query, each value as text} */
    List<List<@Nullable String>> rows(String sql, List<? extends @Nullable String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    /** The server finds out the type, as it does for a literal in quotes. */
    private static void bind(PreparedStatement statement, int index, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value, Types.OTHER);
        }
    }

    private static List<List<@Nullable String>> read(ResultSet rows) throws SQLException {
        List<List<@Nullable String>> all = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.add(rows.getString(i));
            }
            all.add(row);
        }
        return all;
    }

    /**
     * Tries a statement that returns what it wrote.
     *
     * @param keep whether what succeeds stays; what fails is taken back in any case
     * @return the written values, or why not
     */
    Trial attempt(String sql, List<? extends @Nullable String> values, boolean keep) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        Trial trial;
        try {
            List<List<@Nullable String>> rows = rows(sql, values);
            trial = rows.isEmpty() ? Trial.NO_ROW : new Trial(null, "", rows.get(0));
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            trial = new Trial(String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()), List.of());
        }
        if (!keep || trial.state() != null) {
            connection.rollback(savepoint);
        }
        connection.releaseSavepoint(savepoint);
        return trial;
    }

    void commit() throws SQLException {
        connection.commit();
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

    /**
     * How a statement went.
     *
     * @param state the SQLSTATE; null if it succeeded
     * @param message the server's words; empty if it succeeded
     * @param values what it returned
     */
    record Trial(@Nullable String state, String message, List<@Nullable String> values) {
        /** It succeeded on no row at all. */
        static final Trial NO_ROW = new Trial("02000", "there is no such row", List.of());

        boolean worked() {
            return state == null;
        }
    }

    /** Reads one row. */
    interface RowReader {
        /** Takes what it needs from the row. */
        void read(ResultSet row) throws SQLException;
    }
}
