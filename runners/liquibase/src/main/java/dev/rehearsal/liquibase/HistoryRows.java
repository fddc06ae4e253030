package dev.rehearsal.liquibase;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.changelog.DatabaseChangeLog;

/** Liquibase's own tables, read and never written: it would make them. */
final class HistoryRows {
    private static final String PUBLIC = "public";

    private final QualifiedName table;
    private final QualifiedName lock;

    HistoryRows(LiquibaseSettings settings) {
        String schema = settings.get(SettingNames.OWN_SCHEMA, settings.get(SettingNames.SCHEMA, PUBLIC));
        this.table = new QualifiedName(schema, stored(settings.get(SettingNames.TABLE, "databasechangelog")));
        this.lock = new QualifiedName(schema, stored(settings.get(SettingNames.LOCK_TABLE, "databasechangeloglock")));
    }

    /** As Liquibase quotes it: only where both cases are mixed. */
    private static String stored(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return name.equals(small) || name.equals(name.toUpperCase(Locale.ROOT)) ? small : name;
    }

    Set<QualifiedName> tables() {
        return Set.of(table, lock);
    }

    /** A held lock stops all that comes, whatever has been applied. */
    RunState state(Connection connection, String key) throws SQLException {
        if (!ask(connection, lock, "id::text", " WHERE locked").isEmpty()) {
            return RunState.FAILED;
        }
        return applied(connection).contains(key) ? RunState.APPLIED : RunState.PENDING;
    }

    Applied compare(Connection connection, List<Migration> all, String upTo) throws SQLException {
        List<String> rows = applied(connection);
        List<String> missing = new ArrayList<>();
        List<String> beyond = new ArrayList<>(rows);
        boolean up = true;
        for (Migration migration : all) {
            String key = migration.id().key();
            if (up && !rows.contains(key)) {
                missing.add(migration.version());
            }
            if (up) {
                beyond.remove(key);
            } else if (beyond.remove(key)) {
                beyond.add(migration.version());
            }
            up &= !migration.version().equals(upTo);
        }
        return new Applied(List.of(), missing, beyond);
    }

    private List<String> applied(Connection connection) throws SQLException {
        return ask(connection, table, "filename || '::' || id || '::' || author", " ORDER BY orderexecuted").stream()
                .map(DatabaseChangeLog::normalizePath)
                .toList();
    }

    private static List<String> ask(Connection connection, QualifiedName table, String column, String end)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        if (!exists(connection, table)) {
            return rows;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + column + " FROM " + quoted(connection, table) + end)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private static String quoted(Connection connection, QualifiedName table) throws SQLException {
        return table.quoted(connection.getMetaData().getIdentifierQuoteString());
    }

    private static boolean exists(Connection connection, QualifiedName table) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        String name = table.name().replace("_", escape + "_");
        try (ResultSet tables = connection.getMetaData().getTables(null, table.schema(), name, null)) {
            return tables.next();
        }
    }
}
