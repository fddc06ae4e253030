package dev.rehearsal.junit;

import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.RowSelection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the rows as they are now. Tables are named as SQL names them, with or without their schema.
 *
 * @param <S> the type of the assertion itself
 */
public abstract class RowsAssert<S extends RowsAssert<S>> extends CheckedAssert<S> {
    RowsAssert(MigrationUnderTest migration, Class<?> type, Consumer<AssertionError> sink) {
        super(migration, type, sink);
    }

    /**
     * Verifies how many rows a table has.
     *
     * @param table its name
     * @param expected how many
     * @return this
     */
    public S hasRowCount(String table, long expected) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            return count(relation.rows().all(), expected, relation.name().toString(), "rows");
        });
    }

    /**
     * Verifies how many rows of a table fulfil a condition.
     *
     * @param table its name, which is {@code t} in the condition
     * @param condition any condition in SQL
     * @param expected how many
     * @return this
     */
    public S hasRowCount(String table, String condition, long expected) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            return count(
                    relation.rows().where(condition), expected, relation.name().toString(), "rows");
        });
    }

    /**
     * Verifies that a column is NULL in so many rows.
     *
     * @param table its table
     * @param column its name
     * @param expected how many
     * @return this
     */
    public S hasNullCount(String table, String column, long expected) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            return count(relation.rows().nulls(column), expected, column(relation, column), "rows with NULL");
        });
    }

    /**
     * Verifies that a column is NULL nowhere.
     *
     * @param table its table
     * @param column its name
     * @return this
     */
    public S hasNoNulls(String table, String column) {
        return hasNullCount(table, column, 0);
    }

    /**
     * Verifies how many different values a column has, NULL apart.
     *
     * @param table its table
     * @param column its name
     * @param expected how many
     * @return this
     */
    public S hasDistinctCount(String table, String column, long expected) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            RowSelection all = relation.rows().all();
            long actual = all.distinct(column);
            return actual == expected
                    ? null
                    : new Discrepancy(
                            column(relation, column),
                            expected + " different values",
                            actual + " different values",
                            all.values(column),
                            "SELECT " + column + ", count(*) FROM " + table + " GROUP BY 1 ORDER BY 2 DESC");
        });
    }

    /**
     * Verifies how many rows have values that another row has too.
     *
     * @param table its name
     * @param expected how many rows, all of a kind counted
     * @param columns the values that are compared together
     * @return this
     */
    public S hasDuplicateCount(String table, long expected, String... columns) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            RowSelection twice = relation.rows().duplicates(Arrays.asList(columns));
            return count(twice, expected, column(relation, String.join(", ", columns)), "rows with duplicates");
        });
    }

    /**
     * Verifies that no two rows have the same values.
     *
     * @param table its name
     * @param columns the values that are compared together
     * @return this
     */
    public S hasNoDuplicates(String table, String... columns) {
        return hasDuplicateCount(table, 0, columns);
    }

    /**
     * Verifies how many rows refer to a row that is not there.
     *
     * @param table the table of the rows that refer
     * @param column what refers
     * @param parent the table that is referred to, by its primary key
     * @param expected how many
     * @return this
     */
    public S hasOrphanCount(String table, String column, String parent, long expected) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            RowSelection orphans = relation.rows().orphans(column, now.table(parent));
            return count(orphans, expected, column(relation, column), "rows without their row of " + parent);
        });
    }

    /**
     * Verifies that every row that refers to another finds it.
     *
     * @param table the table of the rows that refer
     * @param column what refers
     * @param parent the table that is referred to, by its primary key
     * @return this
     */
    public S hasNoOrphans(String table, String column, String parent) {
        return hasOrphanCount(table, column, parent, 0);
    }

    /**
     * Verifies that a column has these values only, or NULL.
     *
     * @param table its table
     * @param column its name
     * @param values the values, compared as text
     * @return this
     */
    public S hasOnlyValues(String table, String column, Object... values) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            RowSelection others = relation.rows()
                    .others(column, Arrays.stream(values).map(Objects::toString).toList());
            long actual = others.count();
            return actual == 0
                    ? null
                    : new Discrepancy(
                            column(relation, column),
                            "only " + Arrays.toString(values),
                            actual + " rows with other values: " + others.values(column),
                            others.keys(),
                            others.sql());
        });
    }

    private static @Nullable Discrepancy count(RowSelection selection, long expected, String what, String of)
            throws SQLException {
        long actual = selection.count();
        List<String> rows = actual == expected ? List.of() : selection.keys();
        return actual == expected
                ? null
                : new Discrepancy(what, expected + " " + of, actual + " " + of, rows, selection.sql());
    }

    private static String column(AssertedTable table, String column) {
        return table.name() + "." + column;
    }
}
