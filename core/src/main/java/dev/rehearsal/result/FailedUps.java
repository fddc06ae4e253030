package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ups of a migration that failed on the rows they met, before one without these rows went up.
 *
 * @param failures why they failed, in their order; at least one
 * @param taken the rows that were taken out of the stage in between; empty if it was emptied
 * @param emptied whether only the rows were left that the migrations before it insert themselves
 */
public record FailedUps(List<RunFailure> failures, List<TakenRows> taken, boolean emptied) {
    public FailedUps {
        failures = List.copyOf(failures);
        taken = List.copyOf(taken);
    }

    /** {@return the first failure: the one that production would see} */
    public RunFailure first() {
        return failures.get(0);
    }

    /** {@return what was done about it, a sentence} */
    public String words() {
        return emptied
                ? "On empty tables it goes up; what follows was rehearsed on those."
                : "It goes up without " + taken.stream().map(TakenRows::words).collect(Collectors.joining(", "))
                        + ", which were taken out of the stage; what follows was rehearsed without them.";
    }
}
