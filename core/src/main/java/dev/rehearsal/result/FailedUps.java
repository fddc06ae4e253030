package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ups of a migration that failed, before it was found how it goes up.
 *
 * @param failures why they failed, in their order; at least one
 * @param taken the rows that were taken out of the stage in between; empty unless that helped
 * @param helped what helped
 * @param whose whose the rows were that they failed on
 * @param repeatables the repeatable scripts that stood in its way; empty if it does not go up without them either
 * @param left what the first of them had committed by then, where the facts are of a later one; null if nobody looked
 */
public record FailedUps(
        List<RunFailure> failures,
        List<TakenRows> taken,
        Helped helped,
        Whose whose,
        List<String> repeatables,
        @Nullable LeftBehind left) {
    /** Whose the rows were. */
    public enum Whose {
        /** Rehearsal made them. */
        OURS,
        /** Rehearsal made them as the volume profile says that production's are. */
        DESCRIBED,
        /** The migrations insert them themselves. */
        MIGRATIONS
    }

    /** What made a migration go up that had failed. */
    public enum Helped {
        /** The rows that it failed on were taken out of the stage. */
        ROWS_TAKEN,
        /** Only the rows were left that the migrations before it insert themselves. */
        EMPTIED,
        /** It ran in one session with the versions before it, on an empty database. */
        TOGETHER
    }

    public FailedUps {
        failures = List.copyOf(failures);
        taken = List.copyOf(taken);
        repeatables = List.copyOf(repeatables);
    }

    /**
     * {@return the same, of which it is known whose the rows were}
     *
     * @param owner whose
     */
    public FailedUps of(Whose owner) {
        return new FailedUps(failures, taken, helped, owner, repeatables, left);
    }

    /**
     * {@return the same, of which it is known that it goes up by itself without some repeatable scripts}
     *
     * @param scripts their names
     */
    public FailedUps inTheWay(List<String> scripts) {
        return new FailedUps(failures, taken, helped, whose, scripts, left);
    }

    /** {@return the first failure: the one that production would see} */
    public RunFailure first() {
        return failures.get(0);
    }

    /** {@return the first of them as a phase, of which nothing but its failure is told} */
    public PhaseResult phase() {
        PhaseFacts nothing = new PhaseFacts(0, List.of(), null, null, false, List.of());
        return new PhaseResult(Phase.UP, nothing, first(), left, null, false);
    }

    /** {@return whose the rows were, a sentence with a blank behind it; empty if it did not fail on rows} */
    public String rows() {
        if (helped == Helped.TOGETHER) {
            return "";
        }
        return switch (whose) {
            case OURS ->
                "The rows are of Rehearsal's own making: whether production has such rows, only production can tell. ";
            case DESCRIBED -> "The rows are as the volume profile describes production's. ";
            case MIGRATIONS -> "The migrations before it insert such rows themselves: production has them, too. ";
        };
    }

    /** {@return what a script would have to assume for no such rows to be made; null if they were not ours, or unknown} */
    public @Nullable String assumption() {
        return whose == Whose.OURS && helped != Helped.TOGETHER
                ? first().fault().assumption()
                : null;
    }

    /** {@return what was done about it, a sentence} */
    public String words() {
        return switch (helped) {
            case ROWS_TAKEN ->
                "It goes up without " + taken.stream().map(TakenRows::words).collect(Collectors.joining(", "))
                        + ", which were taken out of the stage; what follows was rehearsed without them.";
            case EMPTIED -> "On empty tables it goes up; what follows was rehearsed on those.";
            case TOGETHER ->
                repeatables.isEmpty()
                        ? "In one run with the versions before it, from an empty database on, it goes up: it uses what they leave"
                                + " in their session, or what a callback takes away after each run, and fails wherever one of"
                                + " them was applied earlier. It was not rehearsed itself."
                        : "Without " + String.join(", ", repeatables)
                                + " it goes up: a repeatable script runs behind each"
                                + " version and before the next, though it may be newer than that, which git alone can tell:"
                                + " where there is a commit of each script, newer ones are held back. It was not rehearsed itself.";
        };
    }
}
