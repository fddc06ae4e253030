package dev.rehearsal.recorded;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its up left behind when it was killed, and whether running it again completed it.
 *
 * @param skipped why it was not rehearsed; null if it was
 * @param runs each crash
 * @param notTried at which moments it was not killed
 */
public record RecordedCrashes(@Nullable String skipped, List<RecordedCrash> runs, List<String> notTried) {
    public RecordedCrashes {
        runs = List.copyOf(runs);
        notTried = List.copyOf(notTried);
    }

    /**
     * One crash.
     *
     * @param when at which side of a statement
     * @param script of which script
     * @param line the statement's line; null if it was not at a statement
     * @param history what the runner's history said of the migration afterwards
     * @param repaired whether the history was repaired before the second run
     * @param recovered whether the second run completed it
     * @param schemaLeft what was left of it in the schema
     * @param dataLeft what was left of it in the data
     * @param failure why the second run failed; null if it did not
     */
    public record RecordedCrash(
            String when,
            String script,
            @Nullable Integer line,
            String history,
            boolean repaired,
            boolean recovered,
            List<Object> schemaLeft,
            List<Object> dataLeft,
            RecordedPhase.@Nullable RecordedFailure failure) {
        /** {@return whether a part of it was left, which the history does not tell of} */
        public boolean partial() {
            return !history.equals("applied") && !(schemaLeft.isEmpty() && dataLeft.isEmpty());
        }

        /** {@return where it was, as one reads it} */
        public String place() {
            return when.replace('-', ' ') + " " + script + (line == null ? "" : ":" + line);
        }
    }
}
