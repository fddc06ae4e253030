package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.UseSession.Trial;
import dev.rehearsal.postgres.use.UsedTable.Unique;
import dev.rehearsal.result.Written.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inserts ordinary rows: copies of rows that are there, but for what may not occur twice. */
final class NewRows {
    private static final int EACH = 3;
    /** Where rows are only counted, more than are put into a copy of the table that a script has kept. */
    private static final int COUNTED = 5;

    private final Writing writing;
    private final UsedTable table;
    private final List<String> columns;

    private NewRows(Writing writing, UsedTable table) {
        this.writing = writing;
        this.table = table;
        this.columns = table.columns().stream()
                .filter(column -> !column.generated() && !column.automatic())
                .map(UsedColumn::name)
                .toList();
    }

    static void write(Writing writing, @Nullable UsedTable older, UsedTable table) throws SQLException {
        NewRows rows = new NewRows(writing, table);
        if (rows.columns.isEmpty()) {
            writing.notWritten(table.name() + ": no rows, for it has no column to write to");
            return;
        }
        List<List<@Nullable String>> keys =
                table.key().isEmpty() ? List.of(List.of()) : writing.after().rows(UseSql.keys(table, EACH), List.of());
        if (keys.isEmpty()) {
            writing.notWritten(table.name() + ": no rows, for it holds none to copy");
            return;
        }
        int each = older != null && table.key().isEmpty() ? COUNTED : EACH;
        for (int i = 0; i < each; i++) {
            rows.copy(keys.get(i % keys.size()), i);
        }
        for (List<@Nullable String> key : writing.worthCopying(table)) {
            rows.copy(key, each++);
        }
    }

    private void copy(List<@Nullable String> source, int number) throws SQLException {
        Trial trial = Trial.NO_ROW;
        for (int variant = 0; variant < FreshValue.VARIANTS && !trial.worked(); variant++) {
            trial = writing.after().attempt(UseSql.copy(table, columns, expressions(number, variant)), source, true);
        }
        if (trial.worked()) {
            if (!table.key().isEmpty()) {
                writing.track(new Tracked(table, trial.values(), source, written(), List.of(), Kind.ROW));
            }
            writing.count(table, null, Kind.ROW, 1);
        } else if (number == 0) {
            writing.notWritten(table.name() + ": no row could be inserted: "
                    + trial.message().lines().findFirst().orElse(""));
        }
    }

    private List<String> written() {
        return table.columns().stream()
                .filter(column -> !column.generated())
                .map(UsedColumn::name)
                .filter(name -> !writing.setsByItself(table, name))
                .toList();
    }

    private List<String> expressions(int number, int variant) {
        Map<String, String> fresh = new HashMap<>();
        for (Unique unique : table.uniques()) {
            List<String> covered = unique.columns();
            if (columns.containsAll(covered) && covered.stream().noneMatch(fresh::containsKey)) {
                freshest(covered)
                        .ifPresent(column -> fresh.put(
                                column.name(),
                                new FreshValue(table, writing.place(table), column, covered)
                                        .expression(number, variant)));
            }
        }
        List<String> expressions = new ArrayList<>();
        columns.forEach(name -> expressions.add(fresh.getOrDefault(name, copied(name))));
        return expressions;
    }

    /** Each row has a large object of its own. */
    private String copied(String name) {
        String value = "s." + UseSql.quote(name);
        boolean number =
                table.column(name).filter(UsedColumn::holdsLargeObjects).isPresent();
        return number
                ? "CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata l WHERE l.oid = " + value
                        + ") THEN pg_catalog.lo_from_bytea(0, pg_catalog.lo_get(" + value + ")) ELSE " + value + " END"
                : value;
    }

    /** A column that refers to nothing, if there is one, can take any value. */
    private Optional<UsedColumn> freshest(List<String> covered) {
        List<UsedColumn> candidates = table.columns().stream()
                .filter(column -> covered.contains(column.name()))
                .toList();
        return candidates.stream()
                .filter(column -> column.parent() == null && FreshValue.canMake(column))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(column -> column.parent() != null)
                        .findFirst());
    }
}
