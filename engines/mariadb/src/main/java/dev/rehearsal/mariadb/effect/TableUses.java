package dev.rehearsal.mariadb.effect;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.result.TableUse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's counts of rows read and written, table by table. They begin anew when a table's definition changes.
 *
 * @param counts by the tables' names
 */
record TableUses(Map<String, Counts> counts) {
    private static final String SINCE_START = "SELECT OBJECT_SCHEMA, OBJECT_NAME, COUNT_FETCH,"
            + " COUNT_INSERT + COUNT_UPDATE + COUNT_DELETE FROM performance_schema.table_io_waits_summary_by_table"
            + " WHERE OBJECT_SCHEMA" + USERS;

    static TableUses read(Connection connection) throws SQLException {
        Map<String, Counts> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SINCE_START)) {
            while (row.next()) {
                found.put(
                        Names.relation(row.getString(1), row.getString(2)).toString(),
                        new Counts(row.getLong(3), row.getLong(4)));
            }
        }
        return new TableUses(found);
    }

    List<TableUse> since(TableUses earlier) {
        return counts.entrySet().stream()
                .map(entry -> use(entry.getKey(), entry.getValue(), earlier.counts.get(entry.getKey())))
                .filter(use -> use.read() > 0 || use.written() > 0)
                .sorted(Comparator.comparing(TableUse::table))
                .toList();
    }

    private static TableUse use(String table, Counts now, @Nullable Counts before) {
        return before == null || now.read() < before.read() || now.written() < before.written()
                ? new TableUse(table, now.read(), now.written())
                : new TableUse(table, now.read() - before.read(), now.written() - before.written());
    }

    /** Rows read and rows written. */
    record Counts(long read, long written) {}
}
