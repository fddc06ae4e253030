package dev.rehearsal.mariadb.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks in settings under which the server always writes definitions in the same way.
 *
 * @param connection where
 */
public record Questions(Connection connection) {
    /** A condition on the column of that name, which leaves out the server's own schemas. */
    public static final String USERS = " NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')";

    private static final String SETTINGS =
            "SET SESSION sql_mode = '', SESSION sql_quote_show_create = 1, SESSION time_zone = '+00:00'";

    static Questions on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        return new Questions(connection);
    }

    /** {@return each row, a text for each column; NULL as the empty text} */
    List<List<String>> rows(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(text(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** {@return the only row of SHOW CREATE, by the names of its columns in their order} */
    Map<String, String> create(String what, String quotedName) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW CREATE " + what + " " + quotedName)) {
            if (!result.next()) {
                throw new SQLException("The server does not show the definition of " + what + " " + quotedName + ".");
            }
            ResultSetMetaData columns = result.getMetaData();
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), text(result.getString(i)));
            }
            return row;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
