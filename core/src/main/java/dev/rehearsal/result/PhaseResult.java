package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import org.jspecify.annotations.Nullable;

/**
 * One phase: what was seen of it, and how it ended.
 *
 * @param phase which
 * @param facts what was seen
 * @param failure why it failed; null if it did not
 * @param left what it left behind when it failed; null if it did not fail, or nobody looked
 */
public record PhaseResult(
        Phase phase,
        PhaseFacts facts,
        @Nullable RunFailure failure,
        @Nullable LeftBehind left) {
    /**
     * A phase after which nobody looked for what it left behind.
     *
     * @param phase which
     * @param facts what was seen
     * @param failure why it failed; null if it did not
     */
    public PhaseResult(Phase phase, PhaseFacts facts, @Nullable RunFailure failure) {
        this(phase, facts, failure, null);
    }

    /**
     * {@return this phase, and what it left behind}
     *
     * @param remains what stays of it
     */
    public PhaseResult leaving(LeftBehind remains) {
        return new PhaseResult(phase, facts, failure, remains);
    }
}
