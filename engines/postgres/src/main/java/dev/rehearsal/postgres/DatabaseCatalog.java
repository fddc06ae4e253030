package dev.rehearsal.postgres;

import dev.rehearsal.dialect.assertion.OpenSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the server knows of its databases. */
final class DatabaseCatalog {
    private final Connection connection;

    DatabaseCatalog(Connection connection) {
        this.connection = connection;
    }

    /**
     * A database.
     *
     * @param name its name
     * @param comment its comment, empty if it has none
     * @param owner the role that owns it
     * @param bytes its size on disk
     */
    record Database(String name, String comment, String owner, long bytes) {}

    Optional<Database> find(String name) throws SQLException {
        return databases("d.datname = ?", name).stream().findFirst();
    }

    /** {@return the databases that begin with the prefix, and that the user may drop} */
    List<Database> ours(String prefix) throws SQLException {
        return databases("starts_with(d.datname, ?) AND pg_has_role(d.datdba, 'USAGE')", prefix);
    }

    private List<Database> databases(String condition, String value) throws SQLException {
        String sql = "SELECT d.datname, coalesce(shobj_description(d.oid, 'pg_database'), ''),"
                + " pg_get_userbyid(d.datdba),"
                + " CASE WHEN has_database_privilege(d.oid, 'CONNECT') THEN pg_database_size(d.oid) ELSE 0 END"
                + " FROM pg_catalog.pg_database d WHERE " + condition + " ORDER BY 1";
        List<Database> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Database(rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4)));
                }
            }
        }
        return found;
    }

    /** {@return who is connected to a database, one phrase each} */
    List<String> sessions(String name) throws SQLException {
        return strings(
                "SELECT format('%s (process %s)', coalesce(nullif(application_name, ''), backend_type), pid)"
                        + " FROM pg_catalog.pg_stat_activity WHERE datname = ? ORDER BY pid",
                name);
    }

    /** {@return the programs that are connected to a database, the first to come first} */
    List<OpenSession> clients(String name) throws SQLException {
        String sql = "SELECT coalesce(application_name, ''), coalesce(state, ''), coalesce(query, '')"
                + " FROM pg_catalog.pg_stat_activity WHERE datname = ? AND backend_type = 'client backend'"
                + " ORDER BY backend_start";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                List<OpenSession> open = new ArrayList<>();
                while (row.next()) {
                    String state = row.getString(2);
                    open.add(new OpenSession(row.getString(1), state, !state.equals("idle"), row.getString(3)));
                }
                return open;
            }
        }
    }

    /** {@return whether someone is connected to a database whom the server would wait for} */
    boolean isInUse(String name) throws SQLException {
        return !strings(
                        "SELECT pid::text FROM pg_catalog.pg_stat_activity"
                                + " WHERE datname = ? AND backend_type <> 'autovacuum worker' LIMIT 1",
                        name)
                .isEmpty();
    }

    /** {@return a setting's value, or empty if this version has no such setting} */
    String setting(String name) throws SQLException {
        return strings("SELECT coalesce(current_setting(?, true), '')", name).get(0);
    }

    /**
     * How the server can copy a database.
     *
     * @param version its version as a number: 180006
     * @param clones whether it can clone files
     * @param syncs whether it waits for what it writes to reach the disk
     */
    record Copying(int version, boolean clones, boolean syncs) {}

    Copying copying() throws SQLException {
        boolean clones = !strings("SELECT name FROM pg_catalog.pg_settings"
                        + " WHERE name = 'file_copy_method' AND 'clone' = ANY (enumvals)")
                .isEmpty();
        return new Copying(
                Integer.parseInt(setting("server_version_num")),
                clones,
                setting("fsync").equals("on"));
    }

    private List<String> strings(String sql, String... values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    @Nullable String value = rows.getString(1);
                    found.add(value == null ? "" : value);
                }
            }
        }
        return found;
    }
}
