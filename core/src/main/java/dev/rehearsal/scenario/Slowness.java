package dev.rehearsal.scenario;

import dev.rehearsal.result.StatementCheck;

/** Knows how much longer a statement of the application may take. */
@FunctionalInterface
public interface Slowness {
    /** As long as it likes. */
    Slowness ANY = (check, times) -> false;

    /**
     * {@return whether a statement takes longer after the up, or after the down, than it may}
     *
     * @param check how it fared, with what was measured again
     * @param times of which the limit is multiplied
     */
    boolean tooSlow(StatementCheck check, double times);
}
