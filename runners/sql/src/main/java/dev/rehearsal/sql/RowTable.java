package dev.rehearsal.sql;

import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One row for each version that is applied.
 *
 * @param name the table
 * @param besides what belongs to it: a sequence
 * @param made the statements that make it
 * @param written the statement that writes a row
 * @param values what it writes
 * @param kept the column by which a row is found, as text
 * @param key what stands in it
 * @param ignored rows that are no versions
 */
record RowTable(
        QualifiedName name,
        Set<QualifiedName> besides,
        List<String> made,
        String written,
        Function<Version, List<String>> values,
        String kept,
        Function<Version, String> key,
        Set<String> ignored)
        implements HistoryTable {
    static RowTable named(QualifiedName name) {
        return new RowTable(name, Set.of(), List.of(), "", version -> List.of(), "version", Version::key, Set.of());
    }

    /** With these statements it is made; {@code %s} stands for the table. */
    RowTable made(String... statements) {
        return new RowTable(name, besides, List.of(statements), written, values, kept, key, ignored);
    }

    RowTable with(QualifiedName sequence) {
        return new RowTable(name, Set.of(sequence), made, written, values, kept, key, ignored);
    }

    RowTable written(String statement, Function<Version, List<String>> of) {
        return new RowTable(name, besides, made, statement, of, kept, key, ignored);
    }

    RowTable keyed(String column, Function<Version, String> by) {
        return new RowTable(name, besides, made, written, values, column, by, ignored);
    }

    RowTable ignoring(String row) {
        return new RowTable(name, besides, made, written, values, kept, key, Set.of(row));
    }

    @Override
    public Set<QualifiedName> names() {
        Set<QualifiedName> all = new LinkedHashSet<>(besides);
        all.add(name);
        return all;
    }

    @Override
    public void make(Connection connection) throws SQLException {
        if (!made.isEmpty() && !OwnTable.exists(connection, name)) {
            for (String statement : made) {
                Sql.run(connection, of(statement));
            }
        }
    }

    @Override
    public Standing read(Connection connection, List<Version> versions) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            return Standing.nothing();
        }
        List<String> rows = OwnTable.column(connection, of("SELECT " + kept + " FROM %s ORDER BY 1"));
        List<String> known = versions.stream().map(key).toList();
        return new Standing(
                versions.stream()
                        .filter(version -> rows.contains(key.apply(version)))
                        .map(Version::key)
                        .toList(),
                List.of(),
                rows.stream()
                        .filter(row -> !known.contains(row) && !ignored.contains(row))
                        .toList(),
                null);
    }

    @Override
    public void end(Connection connection, Step step) throws SQLException {
        if (step.up()) {
            Sql.run(connection, of(written), values.apply(step.version()));
        } else if (!made.isEmpty() || OwnTable.exists(connection, name)) {
            Sql.run(connection, of("DELETE FROM %s WHERE " + kept + " = ?"), List.of(key.apply(step.version())));
            if (step.before() == null && !name.schema().equals("public")) {
                Sql.run(connection, "DROP SCHEMA " + name.schema() + " CASCADE"); // as it was before
            }
        }
    }

    private String of(String statement) {
        return statement.replace("%s", Sql.name(name));
    }
}
