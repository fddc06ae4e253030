package dev.rehearsal.junit.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A conversation with one database, on one connection that is opened by the first question. Not for several threads. */
public final class DatabaseQueries implements AutoCloseable {
    private final DataSource source;
    private @Nullable Connection connection;

    /**
     * Makes one; nothing is opened yet.
     *
     * @param source connections to the database
     */
    public DatabaseQueries(DataSource source) {
        this.source = source;
    }

    Connection connection() throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
        }
        return connection;
    }

    /**
     * Runs SQL, many statements if need be.
     *
     * @param sql the statements
     * @throws SQLException if one fails
     */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * {@return the number that a query gives}
     *
     * @param sql a query of one row and one column
     * @throws SQLException if it fails
     */
    public long number(String sql) throws SQLException {
        return Long.parseLong(text(sql).orElse("0"));
    }

    /**
     * {@return the first column of the first row as text; empty if there is no row or it is NULL}
     *
     * @param sql a query
     * @param parameters what its question marks stand for
     * @throws SQLException if it fails
     */
    public Optional<String> text(String sql, String... parameters) throws SQLException {
        List<List<@Nullable String>> rows = rows(sql, 1, parameters);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(rows.get(0).get(0));
    }

    /**
     * {@return the first column as text, without NULLs}
     *
     * @param sql a query
     * @param parameters what its question marks stand for
     * @throws SQLException if it fails
     */
    public List<String> texts(String sql, String... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (List<@Nullable String> row : rows(sql, 0, parameters)) {
            String text = row.get(0);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * {@return the rows of a query as text}
     *
     * @param sql a query
     * @param limit how many rows at most; 0 for all
     * @param parameters what its question marks stand for
     * @throws SQLException if it fails
     */
    public List<List<@Nullable String>> rows(String sql, int limit, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            statement.setMaxRows(limit);
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<List<@Nullable String>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static List<@Nullable String> row(ResultSet result) throws SQLException {
        @Nullable String[] row = new @Nullable String[result.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
            row[i] = result.getString(i + 1);
        }
        return Arrays.asList(row);
    }

    /**
     * Tries SQL and takes it back, deferred constraints checked.
     *
     * @param sql the statements
     * @return why it was refused; empty if it was not
     * @throws SQLException if the connection fails
     */
    public Optional<SQLException> attempt(String sql) throws SQLException {
        connection().setAutoCommit(false);
        try {
            execute(sql);
            execute("SET CONSTRAINTS ALL IMMEDIATE");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        } finally {
            connection().rollback();
            connection().setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
