package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the application at the version before fared with a migration.
 *
 * @param skipped why none of its statements was run; null if some were
 * @param statements each statement that the migration concerns, and each that failed before and after it
 * @param deadlocks statements of both that waited for each other
 */
public record ApplicationCheck(@Nullable String skipped, List<StatementCheck> statements, List<Deadlock> deadlocks) {
    public ApplicationCheck {
        statements = List.copyOf(statements);
        deadlocks = List.copyOf(deadlocks);
    }

    /**
     * The check of an application that met no deadlock.
     *
     * @param skipped why none of its statements was run; null if some were
     * @param statements each statement that the migration concerns, and each that failed before and after it
     */
    public ApplicationCheck(@Nullable String skipped, List<StatementCheck> statements) {
        this(skipped, statements, List.of());
    }
}
