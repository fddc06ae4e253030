package dev.rehearsal.junit;

import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.NotThereException;
import dev.rehearsal.dialect.assertion.RowSelection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Assertions on what is defined now, and on whether it is enforced.
 *
 * @param <S> the type of the assertion itself
 */
public abstract class SchemaAssert<S extends SchemaAssert<S>> extends KeptAssert<S> {
    SchemaAssert(MigrationUnderTest migration, Class<?> type, Consumer<AssertionError> sink) {
        super(migration, type, sink);
    }

    /**
     * Verifies that there is a table, or a view.
     *
     * @param table its name
     * @return this
     */
    public S hasTable(String table) {
        return check(now -> {
            now.table(table);
            return null;
        });
    }

    /**
     * Verifies that there is no such table or view.
     *
     * @param table its name
     * @return this
     */
    public S hasNoTable(String table) {
        return check(now ->
                now.hasTable(table) ? leftOver("table " + table, now.look().columns()) : null);
    }

    /**
     * Verifies that a table has a column.
     *
     * @param table its table
     * @param column its name
     * @return assertions on the column, and all others
     */
    public ColumnAssert hasColumn(String table, String column) {
        check(now -> {
            now.table(table).column(column);
            return null;
        });
        return new ColumnAssert(migration(), sink(), table, column);
    }

    /**
     * Verifies that a table has no such column.
     *
     * @param table its table
     * @param column its name
     * @return this
     */
    public S hasNoColumn(String table, String column) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            try {
                relation.column(column);
                return leftOver(
                        "column " + column + " of " + relation.name(),
                        now.look().column(table, column));
            } catch (NotThereException e) {
                return null;
            }
        });
    }

    /**
     * Verifies that a table has a constraint.
     *
     * @param table its table
     * @param name its name
     * @return assertions on the constraint, and all others
     */
    public ConstraintAssert hasConstraint(String table, String name) {
        check(now -> {
            AssertedTable relation = now.table(table);
            return relation.constraint(name).isPresent()
                    ? null
                    : new Discrepancy(
                            "constraint " + name + " of " + relation.name(),
                            "it is there",
                            "there are " + relation.constraints(),
                            now.look().constraints(table));
        });
        return new ConstraintAssert(migration(), sink(), table, name);
    }

    /**
     * Verifies that a table has no such constraint.
     *
     * @param table its table
     * @param name its name
     * @return this
     */
    public S hasNoConstraint(String table, String name) {
        return check(now -> now.table(table).constraint(name).isPresent()
                ? leftOver("constraint " + name + " of " + table, now.look().constraints(table))
                : null);
    }

    /**
     * Verifies that there is an index.
     *
     * @param name its name
     * @return assertions on the index, and all others
     */
    public IndexAssert hasIndex(String name) {
        check(now -> now.index(name).isPresent()
                ? null
                : new Discrepancy(
                        "index " + name,
                        "it is there",
                        "there is none",
                        now.look().indexes()));
        return new IndexAssert(migration(), sink(), name);
    }

    /**
     * Verifies that there is no such index.
     *
     * @param name its name
     * @return this
     */
    public S hasNoIndex(String name) {
        return check(now -> now.index(name).isPresent()
                ? leftOver("index " + name, now.look().indexes())
                : null);
    }

    /**
     * Verifies that the sequence of a column will hand out numbers that are not taken.
     *
     * @param table its table
     * @param column its name
     * @return this
     */
    public S hasSequenceAheadOf(String table, String column) {
        return check(now -> {
            AssertedTable relation = now.table(table);
            Optional<Long> next = relation.nextValue(column);
            String what = "the sequence of " + relation.name() + "." + column;
            if (next.isEmpty()) {
                return new Discrepancy(
                        what, "there is one", "the column has none", now.look().sequence(table, column));
            }
            RowSelection taken = relation.rows().from(column, next.get());
            long rows = taken.count();
            return rows == 0
                    ? null
                    : new Discrepancy(
                            what,
                            "its next number, " + next.get() + ", is above all in the table",
                            rows + " rows have that number or a higher one",
                            taken.keys(),
                            taken.sql());
        });
    }

    /**
     * Verifies that the database refuses a statement. It is tried, deferred constraints included, and taken back.
     *
     * @param sql the statement
     * @return assertions on the refusal, and all others
     */
    public RejectionAssert rejects(String sql) {
        SQLException[] refusal = new SQLException[1];
        check(now -> {
            Optional<SQLException> refused = now.attempt(sql);
            refused.ifPresent(why -> refusal[0] = why);
            return refused.isPresent()
                    ? null
                    : new Discrepancy("a statement", "it is refused", "it is accepted", List.of(), sql);
        });
        return new RejectionAssert(migration(), sink(), sql, refusal[0]);
    }

    /**
     * Verifies that the database accepts a statement. It is tried, deferred constraints included, and taken back.
     *
     * @param sql the statement
     * @return this
     */
    public S accepts(String sql) {
        return check(now -> now.attempt(sql)
                .map(why -> new Discrepancy(
                        "a statement",
                        "it is accepted",
                        "SQLSTATE " + why.getSQLState() + ": " + why.getMessage(),
                        List.of(),
                        sql))
                .orElse(null));
    }

    private static Discrepancy leftOver(String what, String sql) {
        return new Discrepancy(what, "it is not there", "it is there", sql);
    }
}
