package dev.rehearsal.junit;

import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.AssertedTable.ColumnDefinition;
import dev.rehearsal.dialect.assertion.NotThereException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assertions on one column; those on the migration go on. */
public final class ColumnAssert extends MigrationAssert {
    private final String table;
    private final String column;

    ColumnAssert(MigrationUnderTest migration, Consumer<AssertionError> sink, String table, String column) {
        super(migration, sink);
        this.table = table;
        this.column = column;
    }

    /**
     * Verifies its type.
     *
     * @param type as SQL writes it: {@code int}, {@code varchar(12)}
     * @return this
     */
    public ColumnAssert ofType(String type) {
        return verify((now, found) -> {
            String expected = now.type(type);
            return found.type().equals(expected) ? null : discrepancy(now, "type " + expected, "type " + found.type());
        });
    }

    /**
     * Verifies that it may be NULL.
     *
     * @return this
     */
    public ColumnAssert thatIsNullable() {
        return verify((now, found) -> found.nullable() ? null : discrepancy(now, "nullable", "NOT NULL"));
    }

    /**
     * Verifies that it may not be NULL.
     *
     * @return this
     */
    public ColumnAssert thatIsNotNull() {
        return verify((now, found) -> found.nullable() ? discrepancy(now, "NOT NULL", "nullable") : null);
    }

    /**
     * Verifies its default.
     *
     * @param expression as the server writes it: {@code 'customer'::text}, {@code now()}
     * @return this
     */
    public ColumnAssert withDefault(String expression) {
        return verify((now, found) -> expression.equals(found.standard())
                ? null
                : discrepancy(now, "DEFAULT " + expression, standard(found)));
    }

    /**
     * Verifies that it has no default.
     *
     * @return this
     */
    public ColumnAssert withoutDefault() {
        return verify(
                (now, found) -> found.standard() == null ? null : discrepancy(now, "no default", standard(found)));
    }

    private static String standard(ColumnDefinition found) {
        return found.standard() == null ? "no default" : "DEFAULT " + found.standard();
    }

    private interface Verification {
        @Nullable
        Discrepancy make(AssertedDatabase now, ColumnDefinition found) throws SQLException;
    }

    private ColumnAssert verify(Verification verification) {
        check(now -> {
            try {
                return verification.make(now, now.table(table).definition(column));
            } catch (NotThereException e) {
                return null; // that it is not there was said already
            }
        });
        return this;
    }

    private Discrepancy discrepancy(AssertedDatabase now, String expected, String actual) {
        return new Discrepancy(
                "column " + column + " of " + table,
                expected,
                actual,
                now.look().column(table, column));
    }
}
