package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

    /** {@return the first column of each row} */
    static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    static boolean exists(Connection connection, QualifiedName table) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        String name = table.name().replace("_", escape + "_");
        try (ResultSet tables = connection.getMetaData().getTables(null, table.schema(), name, null)) {
            return tables.next();
        }
    }
}
