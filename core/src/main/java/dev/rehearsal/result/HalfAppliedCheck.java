package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of letting an up fail at each of its statements, where definitions are not taken back with a transaction.
 *
 * @param skipped why it was not rehearsed; null if it was
 * @param runs one for each statement at whose failure something stays, in their order
 * @param notTried the statements that were not tried, each with the reason
 */
public record HalfAppliedCheck(@Nullable String skipped, List<HalfAppliedRun> runs, List<String> notTried) {
    public HalfAppliedCheck {
        runs = List.copyOf(runs);
        notTried = List.copyOf(notTried);
    }

    /**
     * {@return the check that was not made}
     *
     * @param reason why
     */
    public static HalfAppliedCheck skipped(String reason) {
        return new HalfAppliedCheck(reason, List.of(), List.of());
    }
}
