package dev.rehearsal.liquibase;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liquibase.changelog.DatabaseChangeLog;

/** Liquibase's own tables, read and never written: it would make them. */
final class HistoryRows {
    private final QualifiedName table;
    private final QualifiedName lock;

    HistoryRows(OwnNames names) {
        this.table = names.history();
        this.lock = names.lock();
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
        return OwnTable.exists(connection, table)
                ? OwnTable.column(connection, "SELECT " + column + " FROM " + OwnTable.quoted(connection, table) + end)
                : List.of();
    }
}
