package dev.rehearsal.result;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import java.util.ArrayList;
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
 * @param cost what it cost as a whole; null if not measured
 * @param processors what it had of the processors; null if not known
 */
public record PhaseFacts(
        double durationMs,
        List<StatementFacts> statements,
        @Nullable List<HeldLock> locks,
        @Nullable List<Stall> stalls,
        boolean timedOut,
        List<String> notMeasured,
        @Nullable PhaseCost cost,
        @Nullable ProcessorTimes processors) {
    public PhaseFacts {
        statements = List.copyOf(statements);
        locks = locks == null ? null : List.copyOf(locks);
        stalls = stalls == null ? null : List.copyOf(stalls);
        notMeasured = List.copyOf(notMeasured);
    }

    /**
     * The facts of a phase whose cost as a whole was not measured.
     *
     * @param durationMs how long it took
     * @param statements each statement
     * @param locks locks held; null if not measured
     * @param stalls what canaries suffered; null if not measured
     * @param timedOut whether a statement was cancelled
     * @param notMeasured what could not be measured
     */
    public PhaseFacts(
            double durationMs,
            List<StatementFacts> statements,
            @Nullable List<HeldLock> locks,
            @Nullable List<Stall> stalls,
            boolean timedOut,
            List<String> notMeasured) {
        this(durationMs, statements, locks, stalls, timedOut, notMeasured, null, null);
    }

    /**
     * {@return these facts, and what the phase cost as a whole}
     *
     * @param whole its cost; null if not measured
     */
    public PhaseFacts costing(@Nullable PhaseCost whole) {
        return new PhaseFacts(durationMs, statements, locks, stalls, timedOut, notMeasured, whole, processors);
    }

    /**
     * {@return these facts, and what else could not be measured}
     *
     * @param more what, and why
     */
    public PhaseFacts unmeasured(List<String> more) {
        List<String> all = new ArrayList<>(notMeasured);
        all.addAll(more);
        return new PhaseFacts(durationMs, statements, locks, stalls, timedOut, all, cost, processors);
    }

    /**
     * {@return these facts, and what the phase had of the processors}
     *
     * @param times what; null if not known
     */
    public PhaseFacts on(@Nullable ProcessorTimes times) {
        return new PhaseFacts(durationMs, statements, locks, stalls, timedOut, notMeasured, cost, times);
    }
}
