package dev.rehearsal.postgres.use;

import dev.rehearsal.dialect.Usage;
import dev.rehearsal.result.Written.Kind;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes as a new version of an application would. What is new about the schema is not guessed from definitions: each
 * value is offered to both databases, and the server says. Stateless; safe for use by threads.
 */
public final class PostgresUsage implements Usage {
    private static final int TABLES = 50;

    /** Makes one. */
    public PostgresUsage() {}

    @Override
    public Use write(Target target) throws SQLException {
        try (UseSession before = UseSession.open(target.before());
                UseSession after = UseSession.open(target.after())) {
            Map<QualifiedName, UsedTable> older = TableCatalog.read(before, target.ignored());
            List<UsedTable> concerned = TableCatalog.read(after, target.ignored()).values().stream()
                    .filter(table -> concerns(table, older.get(table.name()), target))
                    .toList();
            Writing writing = new Writing(before, after);
            Map<UsedTable, Long> counts = new LinkedHashMap<>();
            for (UsedTable table : concerned.subList(0, Math.min(TABLES, concerned.size()))) {
                if (older.containsKey(table.name()) || !isKept(table, older)) {
                    write(writing, older.get(table.name()), table);
                    counts.put(table, rows(after, table));
                } else {
                    writing.notWritten(table.name() + ": nothing, for without a key it looks like rows that the up has"
                            + " kept of another table");
                }
            }
            if (concerned.size() > TABLES) {
                writing.notWritten((concerned.size() - TABLES) + " more tables: at most " + TABLES + " are written to");
            }
            newTables(writing, counts, older);
            List<Tracked> settled = writing.settled();
            Use use = new PostgresUse(
                    writing.written(), writing.notWritten(), settled, counts, older, WrittenObjects.of(after, settled));
            after.commit();
            return use;
        }
    }

    private static boolean concerns(UsedTable table, @Nullable UsedTable older, Target target) {
        return older == null || target.touched().contains(table.name()) || table.differsFrom(older);
    }

    /** No application writes to what a script has set aside: a table without a key that has columns of another one. */
    private static boolean isKept(UsedTable table, Map<QualifiedName, UsedTable> older) {
        Set<List<String>> columns = typed(table);
        return table.key().isEmpty()
                && table.uniques().isEmpty()
                && older.values().stream().anyMatch(other -> typed(other).containsAll(columns));
    }

    private static Set<List<String>> typed(UsedTable table) {
        return table.columns().stream()
                .map(column -> List.of(column.name(), column.type()))
                .collect(Collectors.toSet());
    }

    private static void write(Writing writing, @Nullable UsedTable older, UsedTable table) throws SQLException {
        if (older != null) {
            NewValues.write(writing, older, table);
            OldValues.write(writing, older, table);
            if (table.key().isEmpty() || !table.key().equals(older.key())) {
                writing.notWritten(table.name() + ": its rows are only counted after the down, for it has not the same"
                        + " primary key before and after the up");
            }
        }
        NewRows.write(writing, older, table);
    }

    private static void newTables(Writing writing, Map<UsedTable, Long> counts, Map<QualifiedName, UsedTable> older) {
        counts.forEach((table, rows) -> {
            if (!older.containsKey(table.name()) && rows > 0) {
                writing.count(table, null, Kind.NEW_TABLE, rows);
            }
        });
    }

    static long rows(UseSession session, UsedTable table) throws SQLException {
        return Long.parseLong(String.valueOf(
                session.rows(UseSql.count(table), List.of()).get(0).get(0)));
    }
}
