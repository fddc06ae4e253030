package dev.rehearsal.junit;

import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.AssertedTable.TableChanges;
import dev.rehearsal.dialect.assertion.RowSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions that compare the database as it is now with what it was right before {@code up()}.
 *
 * @param <S> the type of the assertion itself
 */
public abstract class KeptAssert<S extends KeptAssert<S>> extends RowsAssert<S> {
    private static final int NAMED = 5;

    KeptAssert(MigrationUnderTest migration, Class<?> type, Consumer<AssertionError> sink) {
        super(migration, type, sink);
    }

    /**
     * Verifies that a table has as many rows as before.
     *
     * @param table its name
     * @return this
     */
    public S preservesRowCount(String table) {
        return changesRowCountBy(table, 0);
    }

    /**
     * Verifies that a table has so many rows more than before.
     *
     * @param table its name
     * @param difference how many; negative for fewer
     * @return this
     */
    public S changesRowCountBy(String table, long difference) {
        return contrast((before, now) -> {
            AssertedTable old = before.table(table);
            AssertedTable relation = now.table(table);
            RowSelection all = relation.rows().all();
            long was = old.rows().all().count();
            long is = all.count();
            if (is - was == difference) {
                return null;
            }
            List<String> rows = old.key().equals(relation.key())
                    ? relation.changes(old, List.of()).named()
                    : List.of();
            String expected = (was + difference) + " rows, from " + was + " before";
            return new Discrepancy(relation.name().toString(), expected, is + " rows", rows, all.sql());
        });
    }

    /**
     * Verifies that columns hold in every row what they held before, by checksum.
     *
     * @param table its name
     * @param columns the columns; none for all that there were before
     * @return this
     */
    public S preservesValues(String table, String... columns) {
        return contrast((before, now) -> {
            AssertedTable old = before.table(table);
            AssertedTable relation = now.table(table);
            List<String> compared = columns.length == 0 ? old.columns() : Arrays.asList(columns);
            TableChanges changes = relation.changes(old, compared);
            return changes.differing() == 0
                    ? null
                    : new Discrepancy(
                            relation.name() + " (" + String.join(", ", compared) + ")",
                            "the same values as before",
                            changes.differing() + " rows differ",
                            changes.named(),
                            relation.rows().all().sql());
        });
    }

    /**
     * Verifies that a query gives what it gave before; give it an ORDER BY if it has many rows.
     *
     * @param query a query that both schemas understand
     * @return this
     */
    public S preservesResultOf(String query) {
        return contrast((before, now) -> {
            List<List<@Nullable String>> was = before.rows(query);
            List<List<@Nullable String>> is = now.rows(query);
            return was.equals(is) ? null : differentResult(query, was, is);
        });
    }

    private static Discrepancy differentResult(
            String query, List<List<@Nullable String>> was, List<List<@Nullable String>> is) {
        if (was.size() == 1 && is.size() == 1) {
            return new Discrepancy(
                    "the result of a query", was.get(0).toString(), is.get(0).toString(), List.of(), query);
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(was.size(), is.size()) && rows.size() < NAMED; i++) {
            String old = i < was.size() ? was.get(i).toString() : "nothing";
            String row = i < is.size() ? is.get(i).toString() : "nothing";
            if (!old.equals(row)) {
                rows.add("row " + (i + 1) + ": " + old + " became " + row);
            }
        }
        return new Discrepancy(
                "the result of a query", was.size() + " rows as before", is.size() + " rows that differ", rows, query);
    }
}
