package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of killing an up at many moments and running it again.
 *
 * @param skipped why it was not rehearsed; null if it was
 * @param runs one for each moment that was tried, in their order
 * @param notTried the moments that were not, each with the reason
 */
public record CrashCheck(@Nullable String skipped, List<CrashRun> runs, List<String> notTried) {
    public CrashCheck {
        runs = List.copyOf(runs);
        notTried = List.copyOf(notTried);
    }

    /**
     * {@return the check of crashes that were not rehearsed}
     *
     * @param reason why
     */
    public static CrashCheck skipped(String reason) {
        return new CrashCheck(reason, List.of(), List.of());
    }
}
