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
import java.util.Optional;
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
        return reading(there / lock.heldMs(), all(Measurement.of(lock, phase.facts()), facts -> measured(facts, lock)));
    }

    /** A stall grows as the lock that it waited for, and is as certain. */
    Reading stall(Stall stall) {
        Optional<HeldLock> blocker = blocker(stall, phase.facts());
        double ratio = blocker.map(lock -> lock(lock).ms() / lock.heldMs()).orElse(1.0);
        return reading(ratio, all(measured(stall, phase.facts()), facts -> measured(facts, stall)));
    }

    private static Optional<HeldLock> blocker(Stall stall, PhaseFacts facts) {
        List<HeldLock> locks = facts.locks();
        return locks == null
                ? Optional.empty()
                : locks.stream()
                        .filter(lock -> lock.relation().equals(stall.relation())
                                && lock.heldMs() > 0
                                && lock.mode().blocks(stall.operation()))
                        .max(Comparator.comparingDouble(HeldLock::heldMs));
    }

    Reading duration() {
        double measured = phase.facts().durationMs();
        return reading(
                span(0, measured) / measured,
                all(Measurement.of(0, measured, phase.facts()), facts -> Measurement.of(0, facts.durationMs(), facts)));
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
    private List<Measurement> all(Measurement first, Function<PhaseFacts, @Nullable Measurement> same) {
        Repeats repeats = phase.repeats();
        return repeats == null
                ? List.of(first)
                : Stream.concat(
                                Stream.of(first),
                                repeats.facts().stream().map(same).filter(Objects::nonNull))
                        .toList();
    }

    /** {@return the same lock another time, where it was held longest; none at all if it was not seen, null if nobody looked} */
    private static @Nullable Measurement measured(PhaseFacts facts, HeldLock lock) {
        return facts.locks() == null
                ? null
                : facts.locks().stream()
                        .filter(other -> other.relation().equals(lock.relation())
                                && other.mode().equals(lock.mode()))
                        .max(Comparator.comparingDouble(HeldLock::heldMs))
                        .map(other -> Measurement.of(other, facts))
                        .orElse(Measurement.NONE);
    }

    private static @Nullable Measurement measured(PhaseFacts facts, Stall stall) {
        return facts.stalls() == null
                ? null
                : facts.stalls().stream()
                        .filter(other ->
                                other.relation().equals(stall.relation()) && other.operation() == stall.operation())
                        .max(Comparator.comparingDouble(Stall::worstMs))
                        .map(other -> measured(other, facts))
                        .orElse(Measurement.NONE);
    }

    /** Who waits for a lock waits no longer for want of a processor than whoever holds it. */
    private static Measurement measured(Stall stall, PhaseFacts facts) {
        return blocker(stall, facts)
                .map(lock -> Measurement.of(lock, facts).atMost(stall.worstMs()))
                .orElse(new Measurement(stall.worstMs(), null, null));
    }

    /** Whoever is held up by others takes longer, never shorter: the least counts. */
    private Reading reading(double ratio, List<Measurement> all) {
        double least = all.stream().mapToDouble(Measurement::ms).min().orElse(0);
        double factor = Double.isFinite(ratio) ? ratio : 1;
        return new Reading(
                least,
                least * factor,
                growth.anywhere(),
                all.stream().map(Measurement::ms).toList(),
                least(all, Measurement::aloneMs, factor),
                least(all, Measurement::certainMs, factor));
    }

    private static @Nullable Double least(
            List<Measurement> all, Function<Measurement, @Nullable Double> what, double factor) {
        List<Double> known = all.stream().map(what).filter(Objects::nonNull).toList();
        return known.size() < all.size() ? null : (Double) (Collections.min(known) * factor);
    }

    /**
     * A time.
     *
     * @param measuredMs as measured
     * @param ms at the size for which budgets are given
     * @param predicted whether that is another size than the stage's
     * @param all each measurement of it, of which the least counts
     * @param aloneMs the least of them without the time in which others had the processor; null if not known
     * @param certainMs the least that it would have been on a machine that does nothing else; null if not known
     */
    record Reading(
            double measuredMs,
            double ms,
            boolean predicted,
            List<Double> all,
            @Nullable Double aloneMs,
            @Nullable Double certainMs) {
        /** {@return it in words, with what is a prediction called so} */
        String words() {
            String least = all.size() == 1
                    ? ""
                    : ", the least of " + all.size() + " measurements ("
                            + all.stream().map(Wording::millis).collect(Collectors.joining(", ")) + ")";
            return predicted
                    ? Wording.millis(measuredMs) + least + " in this run, predicted " + Wording.millis(ms)
                            + " for production's rows"
                    : Wording.millis(ms) + least;
        }
    }
}
