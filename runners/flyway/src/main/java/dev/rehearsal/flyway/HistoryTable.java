package dev.rehearsal.flyway;

import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's schema history table, asked in SQL that every engine understands.
 *
 * @param name the table, which need not exist
 * @param engine what Flyway does in a way of its own there
 */
record HistoryTable(QualifiedName name, EngineSupport engine) {
    /**
     * One row of it.
     *
     * @param rank its key: the order of applying
     * @param version the applied version; null for a repeatable migration
     * @param script the script's or the class's name
     * @param type as Flyway writes it: SQL, JDBC, SQL_BASELINE, SCHEMA …
     * @param success whether it was applied
     */
    record Row(int rank, @Nullable String version, String script, String type, boolean success) {
        /** {@return whether it is of this version} */
        boolean is(MigrationVersion other) {
            return version != null && MigrationVersion.fromVersion(version).equals(other);
        }
    }

    /**
     * {@return its rows in the order of applying; none if the table does not exist}
     *
     * @param connection where, in autocommit
     * @throws SQLException if the database cannot be asked
     */
    List<Row> rows(Connection connection) throws SQLException {
        try {
            return existingRows(connection);
        } catch (SQLException e) {
            // to ask whether it exists is dearer than to read it, and it nearly always does
            if (OwnTable.exists(connection, name)) {
                throw e;
            }
            return List.of();
        }
    }

    private List<Row> existingRows(Connection connection) throws SQLException {
        String sql = "SELECT installed_rank, version, script, type, success FROM " + OwnTable.quoted(connection, name)
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
     * {@return what its last row on a version says}
     *
     * @param connection where
     * @param version which
     * @throws SQLException if the database cannot be asked
     */
    RunState state(Connection connection, MigrationVersion version) throws SQLException {
        return rows(connection).stream()
                .filter(row -> row.is(version))
                .reduce((earlier, later) -> later)
                .map(row -> row.success() ? RunState.APPLIED : RunState.FAILED)
                .orElse(RunState.PENDING);
    }

    /**
     * Removes rows.
     *
     * @param connection where
     * @param ranks of the rows
     * @throws SQLException if they cannot be removed
     */
    void remove(Connection connection, List<Integer> ranks) throws SQLException {
        String sql = "DELETE FROM " + OwnTable.quoted(connection, name) + " WHERE installed_rank = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int rank : ranks) {
                statement.setInt(1, rank);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
