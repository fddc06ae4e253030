package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One phase: what was seen of it, and how it ended.
 *
 * @param phase which
 * @param facts what was seen
 * @param failure why it failed; null if it did not
 * @param left what it left behind when it failed; null if it did not fail, or nobody looked
 * @param repeats what was seen when it was measured again; null if it was not
 * @param passedOver whether the runner ended well and has not run the migration, so that it has shown nothing
 */
public record PhaseResult(
        Phase phase,
        PhaseFacts facts,
        @Nullable RunFailure failure,
        @Nullable LeftBehind left,
        @Nullable Repeats repeats,
        boolean passedOver) {
    /**
     * A phase after which nobody looked for what it left behind.
     *
     * @param phase which
     * @param facts what was seen
     * @param failure why it failed; null if it did not
     */
    public PhaseResult(Phase phase, PhaseFacts facts, @Nullable RunFailure failure) {
        this(phase, facts, failure, false);
    }

    /**
     * A phase after which nobody looked for what it left behind.
     *
     * @param phase which
     * @param facts what was seen
     * @param failure why it failed; null if it did not
     * @param passedOver whether the runner has not run the migration
     */
    public PhaseResult(Phase phase, PhaseFacts facts, @Nullable RunFailure failure, boolean passedOver) {
        this(phase, facts, failure, null, null, passedOver);
    }

    /**
     * {@return this phase, and what it left behind}
     *
     * @param remains what stays of it
     */
    public PhaseResult leaving(LeftBehind remains) {
        return new PhaseResult(phase, facts, failure, remains, repeats, passedOver);
    }

    /**
     * {@return this phase, and what was seen when it was measured again}
     *
     * @param again that
     */
    public PhaseResult repeated(Repeats again) {
        return new PhaseResult(phase, facts, failure, left, again, passedOver);
    }

    /** {@return all measurements of it, the first one first} */
    public List<PhaseFacts> measurements() {
        return repeats == null
                ? List.of(facts)
                : Stream.concat(Stream.of(facts), repeats.facts().stream()).toList();
    }
}
