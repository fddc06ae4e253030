package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the application at the version before fared with a migration.
 *
 * @param skipped why none of its statements was run; null if some were
 * @param statements each statement that the migration concerns, and each that failed before and after it
 */
public record ApplicationCheck(@Nullable String skipped, List<StatementCheck> statements) {
    public ApplicationCheck {
        statements = List.copyOf(statements);
    }
}
