package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.StatementFacts;
import java.util.Comparator;

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
        return reading(lock.heldMs(), span(lock.acquiredMs(), lock.acquiredMs() + lock.heldMs()));
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
        return reading(stall.worstMs(), stall.worstMs() * ratio);
    }

    Reading duration() {
        double measured = phase.facts().durationMs();
        return reading(measured, span(0, measured));
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

    private Reading reading(double measured, double there) {
        return new Reading(measured, there, growth.anywhere());
    }

    /**
     * A time.
     *
     * @param measuredMs as measured
     * @param ms at the size for which budgets are given
     * @param predicted whether that is another size than the stage's
     */
    record Reading(double measuredMs, double ms, boolean predicted) {
        /** {@return it in words, with what is a prediction called so} */
        String words() {
            return predicted
                    ? Wording.millis(measuredMs) + " at the stage, predicted " + Wording.millis(ms)
                            + " for production's rows"
                    : Wording.millis(ms);
        }
    }
}
