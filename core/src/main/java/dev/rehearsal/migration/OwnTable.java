package dev.rehearsal.migration;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks for a table that a runner keeps for itself, by what every engine understands. */
public final class OwnTable {
    private OwnTable() {}

    /**
     * {@return whether it is there}
     *
     * @param connection where
     * @param table which
     * @throws SQLException if the database cannot be asked
     */
    public static boolean exists(Connection connection, QualifiedName table) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, literal(table.schema(), escape), literal(table.name(), escape), null)) {
            return tables.next();
        }
    }

    private static String literal(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    /**
     * {@return its name in SQL, as its server quotes it}
     *
     * @param connection where
     * @param table which
     * @throws SQLException if the database cannot be asked
     */
    public static String quoted(Connection connection, QualifiedName table) throws SQLException {
        return table.quoted(connection.getMetaData().getIdentifierQuoteString());
    }

    /**
     * {@return the first column of each row of an answer}
     *
     * @param connection where
     * @param sql the question
     * @throws SQLException if it cannot be asked
     */
    public static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }
}
