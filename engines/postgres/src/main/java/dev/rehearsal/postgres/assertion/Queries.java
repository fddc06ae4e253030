package dev.rehearsal.postgres.assertion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The running of queries whose answers are text. */
final class Queries {
    private Queries() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return the number that a query of one row and one column gives} */
    static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(texts(connection, sql).get(0));
    }

    /** {@return the first column, without NULLs} */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).stream()
                .map(row -> row.get(0))
                .filter(Objects::nonNull)
                .toList();
    }

    static List<List<@Nullable String>> rows(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static List<@Nullable String> row(ResultSet result) throws SQLException {
        @Nullable String[] row = new @Nullable String[result.getMetaData().getColumnCount()];
        for (int i = 0; i < row.length; i++) {
            row[i] = result.getString(i + 1);
        }
        return Arrays.asList(row);
    }
}
