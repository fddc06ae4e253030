package dev.rehearsal.result;

import dev.rehearsal.migration.Assumption;
import org.jspecify.annotations.Nullable;

/**
 * What became of an assumption that a script makes of production's rows.
 *
 * @param assumption which
 * @param question asks a database whether its rows are so; null if that is not known
 * @param problem why rows of ours could not be made so; null if they could
 */
public record Assumed(
        Assumption assumption,
        @Nullable String question,
        @Nullable String problem) {
    /** {@return whether all rows of ours are so} */
    public boolean met() {
        return problem == null;
    }
}
