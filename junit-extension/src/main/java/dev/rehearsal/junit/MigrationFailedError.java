package dev.rehearsal.junit;

import dev.rehearsal.migration.RunFailure;
import org.jspecify.annotations.Nullable;

/** The up or the down of a migration failed: the migration is at fault, not the test. */
public final class MigrationFailedError extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** The failure as the runner tells it; its parts are the accessors' results. */
    private final transient @Nullable RunFailure failure;

    MigrationFailedError(String phase, RunFailure failure) {
        super(text(phase, failure));
        this.failure = failure;
    }

    /** {@return the SQLSTATE; null if the server was not asked} */
    public @Nullable String sqlState() {
        return failure == null ? null : failure.sqlState();
    }

    /** {@return the script that failed; null if none was reached} */
    public @Nullable String script() {
        return failure == null ? null : failure.script();
    }

    /** {@return the line of the failed statement; 0 if not known} */
    public int line() {
        return failure == null ? 0 : failure.line();
    }

    private static String text(String phase, RunFailure failure) {
        StringBuilder text = new StringBuilder("The " + phase + " failed");
        if (failure.script() != null) {
            text.append(" in ").append(failure.script());
            text.append(failure.line() > 0 ? ", line " + failure.line() : "");
        }
        text.append(": ").append(failure.message());
        text.append(failure.sqlState() == null ? "" : " (SQLSTATE " + failure.sqlState() + ")");
        text.append(failure.detail() == null ? "" : "\n" + failure.detail());
        text.append(failure.sql() == null ? "" : "\nStatement: " + failure.sql().strip());
        return text.toString();
    }
}
