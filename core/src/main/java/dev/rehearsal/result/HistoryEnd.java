package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a history as a whole led to.
 *
 * @param schema the schema at the end; null if the end was not reached
 * @param deployment how its versions fared in one run; null if there were not several
 * @param assumed what became of the assumptions of its scripts
 * @param stopped where the rehearsal ended before its end; null if it did not
 */
public record HistoryEnd(
        @Nullable RehearsedSchema schema,
        @Nullable Deployment deployment,
        List<Assumed> assumed,
        @Nullable Stopped stopped) {
    public HistoryEnd {
        assumed = List.copyOf(assumed);
    }

    /**
     * Where a rehearsal ended before its end.
     *
     * @param at the version that could not be applied, or during which it broke off
     * @param notRun the versions that were to be rehearsed and were not
     */
    public record Stopped(String at, List<String> notRun) {
        public Stopped {
            notRun = List.copyOf(notRun);
        }

        /**
         * {@return where it ended; null if it reached its end}
         *
         * @param selected the versions that were to be rehearsed, in their order
         * @param results what there is of them
         */
        public static @Nullable Stopped of(List<String> selected, List<MigrationResult> results) {
            if (results.size() >= selected.size()) {
                return null;
            }
            List<String> notRun = selected.subList(results.size(), selected.size());
            MigrationResult last = results.isEmpty() ? null : results.get(results.size() - 1);
            boolean failed =
                    last != null && last.facts().phase(Phase.UP).stream().anyMatch(up -> up.failure() != null);
            return new Stopped(last != null && failed ? last.facts().migration().version() : notRun.get(0), notRun);
        }
    }
}
