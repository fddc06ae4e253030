package dev.rehearsal.report.html;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.html.Rows.LockRow;
import dev.rehearsal.report.html.Rows.StallRow;
import dev.rehearsal.report.html.Rows.StatementRow;
import dev.rehearsal.result.PhaseResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One phase of a migration.
 *
 * @param name the phase
 * @param duration how long it took
 * @param share its duration beside the longest phase's, as a width
 * @param failure why it failed, or that it was cancelled; empty if neither
 * @param timeline what happened, drawn
 * @param statements each statement
 * @param locks the longest lock of each mode and line on each table that was there before; null if not measured
 * @param foldedLocks how many locks are in none of those rows: on what the migration itself made, or through an index
 * @param stalls each stall; null if not measured
 * @param cost what it cost as a whole; null if not measured
 * @param notMeasured what could not be measured
 */
public record PhasePart(
        String name,
        String duration,
        String share,
        String failure,
        TimelinePart timeline,
        Rows<StatementRow> statements,
        @Nullable Rows<LockRow> locks,
        int foldedLocks,
        @Nullable Rows<StallRow> stalls,
        @Nullable CostPart cost,
        List<String> notMeasured) {

    static PhasePart of(PhaseResult result, double longestMs) {
        return new PhasePart(
                name(result.phase().id().replace('-', ' ')),
                DurationText.format(result.facts().durationMs()),
                TimeScale.percent(result.facts().durationMs() / Math.max(0.001, longestMs)),
                failure(result),
                TimelinePart.of(result.facts()),
                Rows.of(result.facts().statements(), StatementRow::of),
                Rows.ofMeasured(blocking(result.facts().locks()), LockRow::of),
                folded(result.facts().locks()),
                Rows.ofMeasured(result.facts().stalls(), StallRow::of),
                CostPart.of(result.facts().cost()),
                result.facts().notMeasured().stream().map(Plain::line).toList());
    }

    private static @Nullable List<HeldLock> blocking(@Nullable List<HeldLock> locks) {
        if (locks == null) {
            return null;
        }
        Map<List<Object>, HeldLock> longest = new LinkedHashMap<>();
        locks.stream()
                .filter(lock -> !lock.createdHere())
                .forEach(lock -> longest.merge(
                        Arrays.asList(lock.relation(), lock.mode().words(), lock.line()),
                        lock,
                        (one, other) -> one.heldMs() >= other.heldMs() ? one : other));
        return List.copyOf(longest.values());
    }

    private static int folded(@Nullable List<HeldLock> locks) {
        List<HeldLock> shown = blocking(locks);
        return locks == null || shown == null ? 0 : locks.size() - shown.size();
    }

    private static String name(String phase) {
        return Character.toUpperCase(phase.charAt(0)) + phase.substring(1);
    }

    private static String failure(PhaseResult result) {
        if (result.failure() == null) {
            return result.facts().timedOut() ? "A statement was cancelled because it did not end." : "";
        }
        String detail = result.failure().detail();
        return Plain.line(Facts.failure(result.failure()) + (detail == null ? "" : " " + detail));
    }

    /** {@return the drawing in words, for those who cannot see it} */
    public String description() {
        return "Timeline of " + name + ", which took " + duration + ": "
                + String.join(
                        "; ",
                        timeline.lanes().stream()
                                .map(l -> (l.name() + " " + l.detail()).strip() + " " + l.value())
                                .toList());
    }
}
