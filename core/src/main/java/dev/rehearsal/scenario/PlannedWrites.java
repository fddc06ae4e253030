package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills;
import dev.rehearsal.dialect.Backfills.Ran;
import dev.rehearsal.dialect.Backfills.Value;
import dev.rehearsal.dialect.Backfills.Write;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an application of the version before writes while a migration writes in batches. It changes columns that the migration
 * only reads, in rows behind it, in its batch and ahead; it writes the very columns that are filled, in rows that are not
 * filled yet; and it commits rows late whose keys the migration has passed.
 *
 * @param writes all of them, each before its statement
 * @param control rows that nobody else writes to
 * @param late rows that are taken away before and inserted meanwhile
 * @param filled the columns that the migration fills
 * @param nothing why nothing is written; empty if something is
 */
record PlannedWrites(List<Write> writes, List<String> control, List<String> late, Set<String> filled, String nothing) {
    /** One row for the control, and one for each way of writing. */
    private static final int ROWS = 6;

    PlannedWrites {
        writes = List.copyOf(writes);
        control = List.copyOf(control);
        late = List.copyOf(late);
        filled = Set.copyOf(filled);
    }

    /** {@return the same without the writes to columns that are filled} */
    PlannedWrites withoutFilled() {
        return new PlannedWrites(
                writes.stream()
                        .filter(write -> write.insert()
                                || write.expressions().keySet().stream().noneMatch(filled::contains))
                        .toList(),
                control,
                late,
                filled,
                nothing);
    }

    static PlannedWrites of(Backfills backfills, Stage before, Stage after, SeenBatches seen) throws SQLException {
        return new Planning(backfills, before, after, seen).plan();
    }

    private static PlannedWrites none(String why) {
        return new PlannedWrites(List.of(), List.of(), List.of(), Set.of(), why);
    }

    /** Finds rows of each batch, and what can be written to them. */
    private static final class Planning {
        private final Backfills backfills;
        private final Stage before;
        private final Stage after;
        private final SeenBatches seen;
        private final QualifiedName table;
        private final List<Write> writes = new ArrayList<>();
        private final List<String> late = new ArrayList<>();
        private final Set<String> filled = new TreeSet<>();
        private Map<String, Map<String, Value>> old = Map.of();
        private Map<String, Map<String, Value>> made = Map.of();
        private Map<String, String> changes = Map.of();

        Planning(Backfills backfills, Stage before, Stage after, SeenBatches seen) {
            this.backfills = backfills;
            this.before = before;
            this.after = after;
            this.seen = seen;
            this.table = seen.table();
        }

        PlannedWrites plan() throws SQLException {
            List<Long> transactions = seen.batches().stream()
                    .map(batch -> batch.get(0).transaction())
                    .toList();
            if (seen.oneTransaction()) {
                return none("all of it is one transaction, and its rows stay locked until that ends");
            }
            List<List<String>> rows = backfills.rowsOf(after.address(), table, transactions, ROWS);
            List<String> all = rows.stream().flatMap(List::stream).toList();
            old = backfills.values(before.address(), table, all);
            made = backfills.values(after.address(), table, all);
            if (old.isEmpty()) {
                return none("it has no primary key by which rows could be told, or only new rows are written");
            }
            changes = backfills.changes(before.address(), table);
            old.forEach((row, values) -> filled.addAll(differing(values, made.getOrDefault(row, Map.of()))));
            for (int batch : moments(rows.size())) {
                at(batch, rows);
            }
            List<String> control = rows.stream()
                    .filter(batch -> !batch.isEmpty())
                    .map(batch -> batch.get(0))
                    .toList();
            return new PlannedWrites(writes, control, late, filled, "no column of it may be changed freely");
        }

        /** The second batch, the middle one, and the last. */
        private static Set<Integer> moments(int batches) {
            return new TreeSet<>(List.of(Math.min(1, batches - 1), batches / 2, batches - 1));
        }

        private void at(int batch, List<List<String>> rows) {
            long statement = seen.batches().get(batch).stream()
                    .map(Ran::number)
                    .findFirst()
                    .orElseThrow();
            row(rows, batch + 1, 1).ifPresent(row -> change(statement, row, false));
            row(rows, batch, 2).ifPresent(row -> change(statement, row, false));
            row(rows, batch - 1, 3).ifPresent(row -> change(statement, row, false));
            row(rows, batch + 1, 4).ifPresent(row -> change(statement, row, true));
            row(rows, batch, 4).filter(row -> !taken(row)).ifPresent(row -> change(statement, row, true));
            row(rows, batch - 1, 5).ifPresent(row -> insertLate(statement, row));
        }

        private static Optional<String> row(List<List<String>> rows, int batch, int index) {
            return batch < 0 || batch >= rows.size() || index >= rows.get(batch).size()
                    ? Optional.empty()
                    : Optional.of(rows.get(batch).get(index));
        }

        private boolean taken(String row) {
            return writes.stream().anyMatch(write -> write.row().equals(row));
        }

        private void change(long statement, String row, boolean ofFilled) {
            if (!old.containsKey(row)) {
                return;
            }
            changes.forEach((column, expression) -> {
                if (filled.contains(column) == ofFilled) {
                    String changed = ofFilled ? expression.replace(Backfills.OLD, fill(row, column)) : expression;
                    writes.add(new Write(statement, table, row, false, Map.of(column, changed)));
                }
            });
        }

        /** A newer application gives it a value that is as good as the one that the migration would give. */
        private String fill(String row, String column) {
            Value value = made.getOrDefault(row, Map.of()).get(column);
            return value == null || value.text() == null ? Backfills.OLD : literal(value.text());
        }

        /** Its values are those of before; what is filled has its default, as an application gives it that does not know it. */
        private void insertLate(long statement, String row) {
            Map<String, Value> values = old.get(row);
            if (values == null) {
                return;
            }
            Map<String, String> expressions = new TreeMap<>();
            values.forEach((column, value) -> {
                if (!filled.contains(column) && value.text() != null) {
                    expressions.put(column, literal(value.text()));
                }
            });
            late.add(row);
            writes.add(new Write(statement, table, row, true, expressions));
        }

        private static String literal(String text) {
            return "'" + text.replace("'", "''") + "'";
        }

        private static Set<String> differing(Map<String, Value> one, Map<String, Value> other) {
            Set<String> columns = new HashSet<>();
            other.forEach((column, value) -> {
                if (!Objects.equals(one.get(column), value)) {
                    columns.add(column);
                }
            });
            return columns;
        }
    }
}
