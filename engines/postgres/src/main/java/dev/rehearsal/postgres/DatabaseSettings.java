package dev.rehearsal.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Copies what CREATE DATABASE … TEMPLATE leaves behind: settings, grants and the limit of connections. */
final class DatabaseSettings {
    private static final String LIMITS = """
            SELECT format('ALTER DATABASE %I CONNECTION LIMIT %s', ?, datconnlimit)
            FROM pg_catalog.pg_database WHERE datname = ? AND datconnlimit <> -1
            """;

    private static final String GRANTS = """
            SELECT 'REVOKE ALL ON DATABASE ' || quote_ident(?) || ' FROM PUBLIC, ' || quote_ident(pg_get_userbyid(datdba))
            FROM pg_catalog.pg_database WHERE datname = ? AND datacl IS NOT NULL
            UNION ALL
            (SELECT format('GRANT %s ON DATABASE %I TO %s%s', privilege_type, ?,
                           CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                           CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
            FROM pg_catalog.pg_database, aclexplode(datacl) WHERE datname = ?)
            """;

    /** A list of names is stored with its quotes, and set as it is stored; any other value is a literal. */
    private static final String SETTINGS = """
            SELECT setting, value, whose || ' SET ' || quote_ident(setting) || CASE
                     WHEN setting IN ('local_preload_libraries', 'search_path', 'session_preload_libraries',
                                      'temp_tablespaces') THEN ' FROM CURRENT'
                     ELSE ' TO ' || quote_literal(value) END
            FROM pg_catalog.pg_db_role_setting s
            JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
            CROSS JOIN LATERAL (SELECT CASE s.setrole
                WHEN 0 THEN format('ALTER DATABASE %I', ?)
                ELSE format('ALTER ROLE %I IN DATABASE %I', pg_get_userbyid(s.setrole), ?) END AS whose) w
            CROSS JOIN LATERAL unnest(s.setconfig) WITH ORDINALITY AS c (config, position)
            CROSS JOIN LATERAL (SELECT split_part(config, '=', 1) AS setting,
                                       substr(config, strpos(config, '=') + 1) AS value) v
            WHERE d.datname = ? ORDER BY s.setrole, position
            """;

    private final Connection connection;

    DatabaseSettings(Connection connection) {
        this.connection = connection;
    }

    void copy(String source, String name) throws SQLException {
        for (String statement : statements(LIMITS, name, source)) {
            PostgresDatabases.execute(connection, statement);
        }
        for (String statement : statements(GRANTS, name, source, name, source)) {
            PostgresDatabases.execute(connection, statement);
        }
        connection.setAutoCommit(false);
        try {
            copySettings(source, name);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void copySettings(String source, String name) throws SQLException {
        try (PreparedStatement query = prepare(SETTINGS, name, name, source);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String statement = rows.getString(3);
                if (statement.endsWith(" FROM CURRENT")) {
                    setForNow(rows.getString(1), rows.getString(2));
                }
                PostgresDatabases.execute(connection, statement);
            }
        }
    }

    private void setForNow(String setting, String value) throws SQLException {
        try (PreparedStatement statement = prepare("SELECT set_config(?, ?, true)", setting, value)) {
            statement.execute();
        }
    }

    private List<String> statements(String sql, String... values) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = prepare(sql, values);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private PreparedStatement prepare(String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
