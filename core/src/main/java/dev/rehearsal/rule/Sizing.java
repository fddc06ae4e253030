package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Repeats;
import dev.rehearsal.result.StatementFacts;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times of a phase at the size for which budgets are given. At the stage's they are what was measured. At
 * production's they are predicted: a statement that works through a table takes as much longer as the table has more
 * rows; what only touches the catalogue takes as long as before.
 */
final class Sizing {
    private final PhaseResult phase;
    private final Growth growth;

    private Sizing(PhaseResult phase, Growth growth) {
        this.phase = phase;
        this.growth = growth;
    }

    static Sizing of(PhaseResult phase, MigrationFacts facts, Budgets budgets) {
        boolean production = budgets.size() == Budgets.Size.PRODUCTION;
        return new Sizing(phase, production ? Growth.of(phase, facts) : Growth.NONE);
    }

    Reading lock(HeldLock lock) {
        double there = span(lock.acquiredMs(), lock.acquiredMs() + lock.heldMs());
        return reading(there / lock.heldMs(), all(lock.heldMs(), facts -> heldMs(facts, lock)));
    }

    /** A stall grows as the lock that it waited for. */
    Reading stall(Stall stall) {
        var locks = phase.facts().locks();
        double ratio = locks == null
                ? 1
                : locks.stream()
                        .filter(lock -> lock.relation().equals(stall.relation())
                                && lock.heldMs() > 0
                                && lock.mode().blocks(stall.operation()))
                        .max(Comparator.comparingDouble(HeldLock::heldMs))
                        .map(lock -> lock(lock).ms() / lock.heldMs())
                        .orElse(1.0);
        return reading(ratio, all(stall.worstMs(), facts -> worstMs(facts, stall)));
    }

    Reading duration() {
        double measured = phase.facts().durationMs();
        return reading(span(0, measured) / measured, all(measured, PhaseFacts::durationMs));
    }

    private double span(double from, double to) {
        double grown = to - from;
        for (StatementFacts statement : phase.facts().statements()) {
            double overlap =
                    Math.min(to, statement.startMs() + statement.durationMs()) - Math.max(from, statement.startMs());
            grown += Math.max(0, overlap) * (growth.factor(statement) - 1);
        }
        return grown;
    }

    /** {@return the first measurement, and those of the same when the phase was measured again} */
    private List<Double> all(double first, Function<PhaseFacts, @Nullable Double> same) {
        Repeats repeats = phase.repeats();
        return repeats == null
                ? List.of(first)
                : Stream.concat(
                                Stream.of(first),
                                repeats.facts().stream().map(same).filter(Objects::nonNull))
                        .toList();
    }

    /** {@return how long the same lock was held another time, at most; 0 if it was not seen, null if nobody looked} */
    private static @Nullable Double heldMs(PhaseFacts facts, HeldLock lock) {
        return facts.locks() == null
                ? null
                : facts.locks().stream()
                        .filter(other -> other.relation().equals(lock.relation())
                                && other.mode().equals(lock.mode()))
                        .mapToDouble(HeldLock::heldMs)
                        .max()
                        .orElse(0);
    }

    private static @Nullable Double worstMs(PhaseFacts facts, Stall stall) {
        return facts.stalls() == null
                ? null
                : facts.stalls().stream()
                        .filter(other ->
                                other.relation().equals(stall.relation()) && other.operation() == stall.operation())
                        .mapToDouble(Stall::worstMs)
                        .max()
                        .orElse(0);
    }

    /** Whoever is held up by others takes longer, never shorter: the least counts. */
    private Reading reading(double ratio, List<Double> all) {
        double least = Collections.min(all);
        double factor = Double.isFinite(ratio) ? ratio : 1;
        return new Reading(least, least * factor, growth.anywhere(), all);
    }

    /**
     * A time.
     *
     * @param measuredMs as measured
     * @param ms at the size for which budgets are given
     * @param predicted whether that is another size than the stage's
     * @param all each measurement of it, of which the least counts
     */
    record Reading(double measuredMs, double ms, boolean predicted, List<Double> all) {
        /** {@return it in words, with what is a prediction called so} */
        String words() {
            String least = all.size() == 1
                    ? ""
                    : ", the least of " + all.size() + " measurements ("
                            + all.stream().map(Wording::millis).collect(Collectors.joining(", ")) + ")";
            return predicted
                    ? Wording.millis(measuredMs) + least + " at the stage, predicted " + Wording.millis(ms)
                            + " for production's rows"
                    : Wording.millis(ms) + least;
        }
    }
}
