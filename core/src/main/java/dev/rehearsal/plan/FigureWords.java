package dev.rehearsal.plan;

import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedPhase.RecordedFailure;
import dev.rehearsal.recorded.RecordedPhase.RecordedLock;
import dev.rehearsal.recorded.RecordedPhase.RecordedStall;
import dev.rehearsal.report.format.DurationText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures in words. What was not measured reads so. */
final class FigureWords {
    static final String NOT_MEASURED = "not measured";
    private static final int EXAMPLES = 6;

    private FigureWords() {}

    static String ms(@Nullable Double ms) {
        return ms == null ? NOT_MEASURED : DurationText.format(ms);
    }

    static String duration(Optional<RecordedPhase> phase) {
        return phase.map(p -> DurationText.format(p.durationMs())
                        + (p.failure() == null ? "" : ", and it failed: " + failure(p.failure())))
                .orElse(NOT_MEASURED);
    }

    static String lock(Optional<RecordedPhase> phase) {
        return phase.map(RecordedPhase::locks)
                .map(locks -> locks.stream()
                        .filter(RecordedLock::hurts)
                        .max(Comparator.comparingDouble(RecordedLock::heldMs))
                        .map(FigureWords::lock)
                        .orElse("none that blocks reads or writes"))
                .orElse(NOT_MEASURED);
    }

    private static String lock(RecordedLock lock) {
        String blocked = lock.blocksReads() ? "reads and writes" : "writes";
        return DurationText.format(lock.heldMs()) + " (" + lock.words() + " on " + lock.relation() + ", blocks "
                + blocked + ")";
    }

    static String stall(Optional<RecordedPhase> phase) {
        return phase.map(RecordedPhase::stalls)
                .map(stalls -> stalls.isEmpty()
                        ? "no table of the application was there to be watched"
                        : stalls.stream()
                                .filter(s -> s.worstMs() > 0)
                                .max(Comparator.comparingDouble(RecordedStall::worstMs))
                                .map(s -> DurationText.format(s.worstMs()) + " (" + s.operation() + " on "
                                        + s.relation() + ")")
                                .orElse("none"))
                .orElse(NOT_MEASURED);
    }

    static String failure(RecordedFailure failure) {
        String state = failure.sqlState() == null ? "" : " (SQLSTATE " + failure.sqlState() + ")";
        return failure.message() + state;
    }

    /** {@return the sentence that a message begins with; what follows it is evidence, such as a plan} */
    static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }

    static String list(List<String> items) {
        String first = items.stream().limit(EXAMPLES).collect(Collectors.joining(", "));
        return items.size() <= EXAMPLES ? first : first + " and " + (items.size() - EXAMPLES) + " more";
    }

    static String where(String relation, @Nullable String column) {
        return column == null ? relation : relation + "." + column;
    }
}
