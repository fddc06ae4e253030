package dev.rehearsal.postgres;

import static dev.rehearsal.schema.QualifiedName.quote;

import dev.rehearsal.dialect.Databases.Newcomers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The roles that have come since a moment.
 *
 * @param maintenance the maintenance database
 * @param before the names of those that were there
 */
record NewRoles(DataSource maintenance, Set<String> before) implements Newcomers {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    NewRoles {
        before = Set.copyOf(before);
    }

    static NewRoles since(DataSource maintenance) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            return new NewRoles(maintenance, names(connection));
        }
    }

    @Override
    public void drop(DataSource used) throws SQLException {
        try (Connection connection = maintenance.getConnection();
                Connection inside = used.getConnection()) {
            Set<String> names = names(connection);
            names.removeAll(before);
            for (String name : names) {
                PostgresDatabases.execute(inside, "DROP OWNED BY " + quote(name));
                PostgresDatabases.execute(connection, "DROP ROLE " + quote(name));
            }
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolname FROM pg_catalog.pg_roles")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
