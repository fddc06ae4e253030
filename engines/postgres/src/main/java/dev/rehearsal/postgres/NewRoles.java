package dev.rehearsal.postgres;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

import dev.rehearsal.dialect.Databases.Newcomers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * The roles that have come, or were renamed, since a moment. Only a superuser may take all of them away, so that for others
 * there are none to speak of.
 *
 * @param maintenance the maintenance database
 * @param before the names of those that were there, by their OIDs
 * @param ours whether one of a name may be dropped: others use the server, too
 */
record NewRoles(DataSource maintenance, Map<Long, String> before, Predicate<String> ours) implements Newcomers {
    /** Somebody else's database depends on it, or it is gone already. */
    private static final Set<String> LEFT_ALONE = Set.of("2BP01", "42704");

    NewRoles {
        before = Map.copyOf(before);
    }

    static Optional<Newcomers> since(DataSource maintenance, Predicate<String> ours) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            return isSuperuser(connection)
                    ? Optional.of(new NewRoles(maintenance, names(connection), ours))
                    : Optional.empty();
        }
    }

    @Override
    public void drop(DataSource used) throws SQLException {
        try (Connection connection = maintenance.getConnection();
                Connection inside = used.getConnection()) {
            for (Map.Entry<Long, String> role : names(connection).entrySet()) {
                String old = before.get(role.getKey());
                String name = role.getValue();
                if (old == null && ours.test(name)) {
                    drop(connection, inside, name);
                } else if (old != null && !old.equals(name)) {
                    PostgresDatabases.execute(connection, "ALTER ROLE " + quote(name) + " RENAME TO " + quote(old));
                }
            }
        }
    }

    private static void drop(Connection connection, Connection inside, String name) throws SQLException {
        try {
            PostgresDatabases.execute(inside, "DROP OWNED BY " + quote(name));
            PostgresDatabases.execute(connection, "DROP ROLE " + quote(name));
        } catch (SQLException e) {
            if (!LEFT_ALONE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static boolean isSuperuser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Map<Long, String> names(Connection connection) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT oid::int8, rolname FROM pg_catalog.pg_roles")) {
            while (row.next()) {
                names.put(row.getLong(1), row.getString(2));
            }
        }
        return names;
    }
}
