package dev.rehearsal.command;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tool's own table, which names each version that is applied, or only the newest. Nobody knows the columns of every
 * tool: a version is named by any cell of a row.
 *
 * @param all the tool's tables, that of the history first
 */
record ToolHistory(List<QualifiedName> all) implements StepHistory {
    /** Those that hold one row, of the version that was applied last. */
    private static final Set<String> POINTERS = Set.of("alembic_version");

    @Override
    public Set<QualifiedName> tables() {
        return Set.copyOf(all);
    }

    private QualifiedName table() {
        return all.get(0);
    }

    @Override
    public List<String> applied(Connection connection, List<Version> versions) throws SQLException {
        if (!exists(connection)) {
            return List.of();
        }
        Set<String> cells = cells(connection);
        List<String> named = versions.stream()
                .filter(version -> version.names().stream().anyMatch(cells::contains))
                .map(Version::key)
                .toList();
        if (!POINTERS.contains(table().name()) || named.isEmpty()) {
            return named;
        }
        String newest = named.get(named.size() - 1);
        List<String> keys = versions.stream().map(Version::key).toList();
        return keys.subList(0, keys.indexOf(newest) + 1);
    }

    private Set<String> cells(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        Set<String> cells = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table().quoted(quote))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    String cell = rows.getString(i);
                    if (cell != null) {
                        cells.add(Version.plain(cell));
                        cells.add(cell);
                    }
                }
            }
        }
        return cells;
    }

    private boolean exists(Connection connection) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        String name = table().name().replace("_", escape + "_");
        try (ResultSet found = connection.getMetaData().getTables(null, table().schema(), name, null)) {
            return found.next();
        }
    }

    /** The tool has noted it itself. */
    @Override
    public void note(Connection connection, Version version, boolean up) {}

    @Override
    public boolean ofTool() {
        return true;
    }

    @Override
    public String called() {
        return "the tool's table " + table();
    }
}
