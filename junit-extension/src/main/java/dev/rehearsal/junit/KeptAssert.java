package dev.rehearsal.junit;

import dev.rehearsal.junit.query.RowSelection;
import dev.rehearsal.junit.query.TableComparison;
import dev.rehearsal.junit.query.TableShape;
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
            TableShape old = TableShape.find(before, table);
            TableShape relation = TableShape.find(now, table);
            long was = new RowSelection(old, "true").count(before);
            long is = new RowSelection(relation, "true").count(now);
            List<String> rows = is - was == difference || !old.key().equals(relation.key())
                    ? List.of()
                    : TableComparison.of(before, now, relation, List.of()).named();
            return is - was == difference
                    ? null
                    : new Discrepancy(
                            relation.name().toString(),
                            (was + difference) + " rows, from " + was + " before",
                            is + " rows",
                            rows,
                            new RowSelection(relation, "true").sql());
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
            TableShape old = TableShape.find(before, table);
            TableShape relation = TableShape.find(now, table);
            List<String> compared = columns.length == 0 ? old.columns() : Arrays.asList(columns);
            compared.forEach(relation::column);
            TableShape keyed = old.key().equals(relation.key())
                    ? relation
                    : new TableShape(relation.name(), relation.columns(), List.of());
            TableComparison comparison = TableComparison.of(before, now, keyed, compared);
            return comparison.differing() == 0
                    ? null
                    : new Discrepancy(
                            relation.name() + " (" + String.join(", ", compared) + ")",
                            "the same values as before",
                            comparison.differing() + " rows differ",
                            comparison.named(),
                            new RowSelection(relation, "true").sql());
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
            List<List<@Nullable String>> was = before.rows(query, 0);
            List<List<@Nullable String>> is = now.rows(query, 0);
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
