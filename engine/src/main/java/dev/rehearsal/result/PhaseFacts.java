package dev.rehearsal.result;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one phase. A list that was not measured is null, never empty.
 *
 * @param durationMs from the first statement of the migration to the last commit, in milliseconds, less our own part
 * @param statements each statement, in order
 * @param locks locks held on relations; null if not measured
 * @param stalls what canaries suffered; empty if there was no table to stall on, null if not measured
 * @param timedOut whether a statement was cancelled because it did not end
 * @param notMeasured what could not be measured, and why
 */
public record PhaseFacts(
        double durationMs,
        List<StatementFacts> statements,
        @Nullable List<HeldLock> locks,
        @Nullable List<Stall> stalls,
        boolean timedOut,
        List<String> notMeasured) {
    public PhaseFacts {
        statements = List.copyOf(statements);
        locks = locks == null ? null : List.copyOf(locks);
        stalls = stalls == null ? null : List.copyOf(stalls);
        notMeasured = List.copyOf(notMeasured);
    }
}
