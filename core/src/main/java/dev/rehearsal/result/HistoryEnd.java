package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a history as a whole led to.
 *
 * @param schema the schema at the end; null if the end was not reached
 * @param deployment how its versions fared in one run; null if there were not several
 * @param assumed what became of the assumptions of its scripts
 */
public record HistoryEnd(
        @Nullable RehearsedSchema schema, @Nullable Deployment deployment, List<Assumed> assumed) {
    public HistoryEnd {
        assumed = List.copyOf(assumed);
    }
}
