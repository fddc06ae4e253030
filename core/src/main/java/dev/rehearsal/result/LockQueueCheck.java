package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of starting a migration behind a long transaction.
 *
 * @param skipped why it was not rehearsed; null if it was
 * @param runs up and down, as far as each locks a table against readers
 */
public record LockQueueCheck(@Nullable String skipped, List<LockQueueRun> runs) {
    public LockQueueCheck {
        runs = List.copyOf(runs);
    }

    /**
     * {@return the check of a lock queue that was not rehearsed}
     *
     * @param reason why
     */
    public static LockQueueCheck skipped(String reason) {
        return new LockQueueCheck(reason, List.of());
    }
}
