package dev.rehearsal.dialect;

import dev.rehearsal.schema.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to watch while a phase runs.
 *
 * @param locks whether locks are watched
 * @param canaries the tables on which canaries run; empty if there is none to stall on, null to measure
 *     neither stalls nor what the phase costs as a whole
 * @param statementTimeout when a statement that does not end is cancelled
 * @param attribution whether each statement's effect on the catalogue is looked up, at the price of its timing
 * @param ignored the runner's own tables: locks on them and on what hangs on them are left out
 */
public record ObservationOptions(
        boolean locks,
        @Nullable List<QualifiedName> canaries,
        Duration statementTimeout,
        boolean attribution,
        Set<QualifiedName> ignored) {
    public ObservationOptions {
        canaries = canaries == null ? null : List.copyOf(canaries);
        ignored = Set.copyOf(ignored);
    }
}
