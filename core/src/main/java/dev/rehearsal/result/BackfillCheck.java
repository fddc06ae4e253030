package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of watching, killing and disturbing an up that writes in batches.
 *
 * @param skipped why it was not rehearsed; null if it was
 * @param backfills what was seen to write in batches; empty if nothing was
 * @param reruns how it fared when it was run again, one for each time
 * @param beside what became of the writes of others meanwhile, one for each table
 * @param notTried what was not tried, each with the reason
 */
public record BackfillCheck(
        @Nullable String skipped,
        List<Backfill> backfills,
        List<BackfillRerun> reruns,
        List<WritesBeside> beside,
        List<String> notTried) {
    /** Nothing was seen to write in batches. */
    public static final BackfillCheck NONE = new BackfillCheck(null, List.of(), List.of(), List.of(), List.of());

    public BackfillCheck {
        backfills = List.copyOf(backfills);
        reruns = List.copyOf(reruns);
        beside = List.copyOf(beside);
        notTried = List.copyOf(notTried);
    }

    /**
     * {@return the check of what was not rehearsed}
     *
     * @param reason why
     */
    public static BackfillCheck skipped(String reason) {
        return new BackfillCheck(reason, List.of(), List.of(), List.of(), List.of());
    }

    /** {@return the rows of the largest batch: more than that need never be written again} */
    public long largestBatch() {
        return backfills.stream()
                .mapToLong(backfill -> (long) backfill.batchRows().worst())
                .max()
                .orElse(0);
    }
}
