package dev.rehearsal.rule;

import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
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
            List<Stall> stalls = phase.facts().stalls();
            boolean up = phase.phase() == Phase.UP || phase.phase() == Phase.UP_AGAIN;
            if (up && stalls != null) {
                double here = stalls.stream()
                        .filter(stall -> stall.blocked() > 0)
                        .mapToDouble(Stall::worstMs)
                        .max()
                        .orElse(0);
                worst = worst == null ? here : Math.max(worst, here);
            }
        }
        return worst;
    }
}
