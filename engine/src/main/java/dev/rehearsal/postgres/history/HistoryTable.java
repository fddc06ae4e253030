package dev.rehearsal.postgres.history;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's schema history table.
 *
 * @param name the table, which need not exist
 */
public record HistoryTable(QualifiedName name) {
    /**
     * One row of it.
     *
     * @param rank its key: the order of applying
     * @param version the applied version; null for a repeatable migration
     * @param script the script's or the class's name
     * @param type as Flyway writes it: SQL, JDBC, SQL_BASELINE, SCHEMA …
     * @param success whether it was applied
     */
    public record Row(int rank, @Nullable String version, String script, String type, boolean success) {}

    /**
     * {@return its rows in the order of applying; none if the table does not exist}
     *
     * @param connection where
     * @throws SQLException if the database cannot be asked
     */
    public List<Row> rows(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return List.of();
        }
        String sql = "SELECT installed_rank, version, script, type, success FROM " + name.quoted()
                + " ORDER BY installed_rank";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(new Row(
                        result.getInt(1),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getBoolean(5)));
            }
            return rows;
        }
    }

    /**
     * Removes rows.
     *
     * @param connection where
     * @param ranks of the rows
     * @throws SQLException if they cannot be removed
     */
    public void remove(Connection connection, List<Integer> ranks) throws SQLException {
        String sql = "DELETE FROM " + name.quoted() + " WHERE installed_rank = ANY (?)";
        Array keys = connection.createArrayOf("integer", ranks.toArray());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, keys);
            statement.executeUpdate();
        } finally {
            keys.free();
        }
    }

    /**
     * Drops the table if it exists.
     *
     * @param connection where
     * @throws SQLException if it cannot be dropped
     */
    public void drop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + name.quoted());
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, name.quoted());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
