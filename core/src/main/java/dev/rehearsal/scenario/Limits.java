package dev.rehearsal.scenario;

import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;

/** Knows which limits there are. */
@FunctionalInterface
public interface Limits {
    /** There are none. */
    Limits NONE = (facts, phase, times) -> false;

    /**
     * {@return whether a phase misses a limit; a multiple of it, beyond doubt}
     *
     * @param facts of its migration
     * @param phase the phase, with what was measured again
     * @param times of which the limits are multiplied
     */
    boolean missed(MigrationFacts facts, PhaseResult phase, double times);
}
