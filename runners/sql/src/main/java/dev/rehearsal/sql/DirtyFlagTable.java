package dev.rehearsal.sql;

import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row, as golang-migrate writes it: the version, and whether it is still on its way there. It is written anew before
 * and after each file, in a transaction of its own. Before the first version it is -1.
 *
 * @param name the table
 */
record DirtyFlagTable(QualifiedName name) implements HistoryTable {
    private static final String NOTHING = "-1";

    @Override
    public Set<QualifiedName> names() {
        return Set.of(name);
    }

    @Override
    public void make(Connection connection) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            Sql.run(
                    connection,
                    "CREATE TABLE IF NOT EXISTS " + Sql.name(name)
                            + " (version bigint not null primary key, dirty boolean not null)");
        }
    }

    @Override
    public Standing read(Connection connection, List<Version> versions) throws SQLException {
        List<String> rows = OwnTable.exists(connection, name)
                ? OwnTable.column(connection, "SELECT version || ' ' || dirty FROM " + Sql.name(name) + " LIMIT 1")
                : List.of();
        if (rows.isEmpty()) {
            return Standing.nothing();
        }
        String at = rows.get(0).substring(0, rows.get(0).indexOf(' '));
        boolean dirty = rows.get(0).endsWith("true");
        long number = Long.parseLong(at);
        List<String> known = versions.stream().map(Version::key).toList();
        List<String> applied = known.stream()
                .filter(key -> dirty ? Long.parseLong(key) < number : Long.parseLong(key) <= number)
                .toList();
        return new Standing(
                applied,
                dirty ? known.subList(applied.size(), known.size()) : List.of(),
                at.equals(NOTHING) || known.contains(at) ? List.of() : List.of(at),
                dirty
                        ? "Dirty database version " + at
                                + ". Fix and force version: golang-migrate refuses to go on after a failure."
                        : null);
    }

    @Override
    public void begin(Connection connection, Step step) throws SQLException {
        write(connection, step.target(), true);
    }

    @Override
    public void end(Connection connection, Step step) throws SQLException {
        write(connection, step.target(), false);
    }

    /** The version before the one that failed is forced. */
    @Override
    public void repair(Connection connection, List<Version> versions) throws SQLException {
        Standing standing = read(connection, versions);
        if (standing.refusal() != null) {
            List<String> applied = standing.applied();
            write(connection, applied.isEmpty() ? null : applied.get(applied.size() - 1), false);
        }
    }

    /** Nothing, and clean, is no row. Both statements go in one message, and so in one transaction. */
    private void write(Connection connection, @Nullable String version, boolean dirty) throws SQLException {
        String row = version == null && !dirty
                ? ""
                : "; INSERT INTO " + Sql.name(name) + " (version, dirty) VALUES ("
                        + (version == null ? NOTHING : version) + ", " + dirty + ")";
        Sql.run(connection, "TRUNCATE " + Sql.name(name) + row);
    }
}
