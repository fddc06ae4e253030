package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For how long the application is expected to stand still while the migration is applied. */
final class Downtime {
    private Downtime() {}

    /** {@return the worst stall of the ups, in milliseconds; 0 if no one had to wait, null if that was not measured} */
    static @Nullable Double of(MigrationFacts facts) {
        Double worst = null;
        for (PhaseResult phase : facts.phases()) {
            boolean up = phase.phase() == Phase.UP || phase.phase() == Phase.UP_AGAIN;
            Double here = up ? worst(phase.facts()) : null;
            worst = worst == null || (here != null && here > worst) ? here : worst;
        }
        return worst;
    }

    /** Where no table was locked against anyone there was no one to ask either. */
    private static @Nullable Double worst(PhaseFacts facts) {
        List<HeldLock> locks = facts.locks();
        if (facts.stalls() == null) {
            boolean free = locks != null
                    && locks.stream()
                            .noneMatch(
                                    lock -> !lock.createdHere() && lock.mode().blocksWrites());
            return free ? 0.0 : null;
        }
        return facts.stalls().stream()
                .filter(stall -> stall.blocked() > 0)
                .mapToDouble(Stall::worstMs)
                .max()
                .orElse(0);
    }
}
