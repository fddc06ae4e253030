package dev.rehearsal.junit;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assertions on how a statement was refused; those on the migration go on. */
public final class RejectionAssert extends MigrationAssert {
    private final String sql;
    private final @Nullable SQLException refusal;

    RejectionAssert(
            MigrationUnderTest migration, Consumer<AssertionError> sink, String sql, @Nullable SQLException refusal) {
        super(migration, sink);
        this.sql = sql;
        this.refusal = refusal;
    }

    /**
     * Verifies the SQLSTATE: {@code 23505} for a key that is taken, {@code 23514} for a check, {@code 23503} for a
     * reference, {@code 23502} for a NULL.
     *
     * @param expected five characters
     * @return this
     */
    public RejectionAssert withSqlState(String expected) {
        if (refusal != null && !expected.equals(refusal.getSQLState())) {
            String actual = "SQLSTATE " + refusal.getSQLState() + ": " + refusal.getMessage();
            judge(() -> new Discrepancy("a refused statement", "SQLSTATE " + expected, actual, List.of(), sql));
        }
        return this;
    }

    /**
     * Verifies what the server said.
     *
     * @param part a part of the message, such as a constraint's name
     * @return this
     */
    public RejectionAssert withMessageContaining(String part) {
        if (refusal != null && !String.valueOf(refusal.getMessage()).contains(part)) {
            String actual = String.valueOf(refusal.getMessage());
            judge(() ->
                    new Discrepancy("a refused statement", "a message with '" + part + "'", actual, List.of(), sql));
        }
        return this;
    }
}
