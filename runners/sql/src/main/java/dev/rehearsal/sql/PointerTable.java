package dev.rehearsal.sql;

import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One row that holds the number of the newest version, 0 before the first, as tern writes it; before that it takes back
 * what the script has set in its session.
 *
 * @param name the table
 */
record PointerTable(QualifiedName name) implements HistoryTable {
    @Override
    public Set<QualifiedName> names() {
        return Set.of(name);
    }

    @Override
    public void make(Connection connection) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            Sql.run(connection, "CREATE TABLE IF NOT EXISTS " + Sql.name(name) + "(version int4 not null primary key)");
            Sql.run(connection, "INSERT INTO " + Sql.name(name) + " (version) VALUES (0)");
        }
    }

    @Override
    public Standing read(Connection connection, List<Version> versions) throws SQLException {
        List<String> rows = OwnTable.exists(connection, name)
                ? OwnTable.column(connection, "SELECT version FROM " + Sql.name(name))
                : List.of();
        if (rows.isEmpty() || rows.get(0).equals("0")) {
            return Standing.nothing();
        }
        int at = Version.indexOf(versions, rows.get(0));
        return new Standing(
                versions.stream()
                        .limit(at < 0 ? versions.size() : at + 1L)
                        .map(Version::key)
                        .toList(),
                List.of(),
                at < 0 ? rows : List.of(),
                null);
    }

    @Override
    public void end(Connection connection, Step step) throws SQLException {
        Sql.run(connection, "RESET ALL");
        String target = Objects.requireNonNullElse(step.target(), "0");
        Sql.run(connection, "UPDATE " + Sql.name(name) + " SET version = CAST(? AS int4)", List.of(target));
    }
}
