package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ups of a migration that failed, before it was found how it goes up.
 *
 * @param failures why they failed, in their order; at least one
 * @param taken the rows that were taken out of the stage in between; empty unless that helped
 * @param helped what helped
 * @param described whether the volume profile says how the table that they failed on is in production
 */
public record FailedUps(List<RunFailure> failures, List<TakenRows> taken, Helped helped, boolean described) {
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
    }

    /** {@return the first failure: the one that production would see} */
    public RunFailure first() {
        return failures.get(0);
    }

    /** {@return whose the rows were, a sentence} */
    public String whose() {
        return described
                ? "The rows are as the volume profile describes production's."
                : "The rows are of Rehearsal's own making: whether production has such rows, only production can tell.";
    }

    /** {@return what was done about it, a sentence} */
    public String words() {
        return switch (helped) {
            case ROWS_TAKEN ->
                "It goes up without " + taken.stream().map(TakenRows::words).collect(Collectors.joining(", "))
                        + ", which were taken out of the stage; what follows was rehearsed without them.";
            case EMPTIED -> "On empty tables it goes up; what follows was rehearsed on those.";
            case TOGETHER ->
                "In one run with the versions before it, from an empty database on, it goes up: it uses what they leave in"
                        + " their session, or what a callback takes away after each run, and fails wherever one of them was"
                        + " applied earlier. It was not rehearsed itself.";
        };
    }
}
