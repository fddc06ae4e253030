package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The statements that a history needs. */
final class Sql {
    private Sql() {}

    /** {@return a table's name in SQL, as the tools write it, which know one way to quote} */
    static String name(QualifiedName table) {
        return table.quoted("\"");
    }

    static void run(Connection connection, String sql, List<String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.execute();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
