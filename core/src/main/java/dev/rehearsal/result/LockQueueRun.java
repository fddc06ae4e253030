package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an up or a down fared behind a long transaction that reads its tables. Times are milliseconds.
 *
 * @param phase up or down
 * @param tables what the long transaction had read
 * @param holdMs how long it held on: the time that was set, or until all was shown that could be
 * @param waitedMs how long the migration waited for locks
 * @param worstStallMs how long others waited at worst; null if not measured
 * @param outcome how it ended
 * @param untouched whether a migration that gave up has left the schema as it was; null if it did not give up
 * @param retried whether it then succeeded when the long transaction was over; null if it was not tried again
 * @param failure why it ended early; null if it did not
 */
public record LockQueueRun(
        Phase phase,
        List<String> tables,
        double holdMs,
        double waitedMs,
        @Nullable Double worstStallMs,
        Outcome outcome,
        @Nullable Boolean untouched,
        @Nullable Boolean retried,
        @Nullable RunFailure failure) {
    public LockQueueRun {
        tables = List.copyOf(tables);
    }

    /** How it ended. */
    public enum Outcome {
        /** It went through, at once or when the long transaction was over. */
        WENT_THROUGH,
        /** {@code lock_timeout} ended it. */
        GAVE_UP,
        /** Something else ended it. */
        FAILED
    }
}
