package dev.rehearsal.postgres;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

import dev.rehearsal.dialect.Databases.Aside;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Roles that bear another name for a while. What is granted to them in idle databases of ours stays granted, and a script
 * that makes a role of the same name, and drops it, has one that nothing else depends on.
 *
 * @param maintenance the maintenance database
 * @param names their names meanwhile, by their own
 */
record RolesAside(DataSource maintenance, Map<String, String> names) implements Aside {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** A role that was made, or altered, since a database was: by the migration of which that is the stage before. */
    private static final String NEW = """
            SELECT r.rolname, 'rehearsal_aside_' || r.oid,
                EXISTS (SELECT FROM pg_catalog.pg_shdepend s JOIN pg_catalog.pg_database w ON w.oid = s.dbid
                    WHERE w.datname = ? AND s.refclassid = 'pg_catalog.pg_authid'::regclass AND s.refobjid = r.oid)
            FROM pg_catalog.pg_authid r, pg_catalog.pg_database b
            WHERE b.datname = ? AND age(r.xmin) < age(b.xmin) AND r.rolname <> current_user AND r.oid >= 16384
            ORDER BY r.oid""";

    RolesAside {
        names = Map.copyOf(names);
    }

    /** Puts aside the roles that are new since a database was made, if another depends on any of them. */
    static Aside of(DataSource maintenance, String with, String without) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            Map<String, String> names = new LinkedHashMap<>();
            boolean needed = false;
            try (PreparedStatement statement = connection.prepareStatement(NEW)) {
                statement.setString(1, with);
                statement.setString(2, without);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        names.put(row.getString(1), row.getString(2));
                        needed |= row.getBoolean(3);
                    }
                }
            }
            if (!needed) {
                return Aside.NOTHING;
            }
            for (Map.Entry<String, String> name : names.entrySet()) {
                rename(connection, name.getKey(), name.getValue());
            }
            return new RolesAside(maintenance, names);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return Aside.NOTHING;
            }
            throw e;
        }
    }

    @Override
    public boolean isEmpty() {
        return names.isEmpty();
    }

    @Override
    public void putBack(DataSource used) throws SQLException {
        try (Connection connection = maintenance.getConnection();
                Connection inside = used.getConnection()) {
            for (Map.Entry<String, String> name : names.entrySet()) {
                if (exists(connection, name.getKey())) {
                    PostgresDatabases.execute(inside, "DROP OWNED BY " + quote(name.getKey()));
                    PostgresDatabases.execute(connection, "DROP ROLE " + quote(name.getKey()));
                }
                rename(connection, name.getValue(), name.getKey());
            }
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM pg_catalog.pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void rename(Connection connection, String from, String to) throws SQLException {
        PostgresDatabases.execute(connection, "ALTER ROLE " + quote(from) + " RENAME TO " + quote(to));
    }
}
