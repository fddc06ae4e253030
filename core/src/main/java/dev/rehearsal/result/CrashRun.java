package dev.rehearsal.result;

import dev.rehearsal.data.Loss;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an up that was killed at one moment has left, and how it fared when it was run again.
 *
 * @param point when it was killed
 * @param history what the runner's history said of the migration then
 * @param schemaLeft what was defined otherwise than before the up
 * @param dataLeft what was stored otherwise than before the up
 * @param repaired whether the runner's history had to be repaired first
 * @param failure why the run after it failed; null if it did not
 * @param schemaAfterRerun how the schema then differs from the one after an undisturbed up; null if the rerun failed
 * @param dataAfterRerun how the data then differ, beyond what differs between two undisturbed ups; null if the rerun
 *     failed
 */
public record CrashRun(
        CrashPoint point,
        RunState history,
        List<SchemaDifference> schemaLeft,
        List<Loss> dataLeft,
        boolean repaired,
        @Nullable RunFailure failure,
        @Nullable List<SchemaDifference> schemaAfterRerun,
        @Nullable List<Loss> dataAfterRerun) {
    public CrashRun {
        schemaLeft = List.copyOf(schemaLeft);
        dataLeft = List.copyOf(dataLeft);
        schemaAfterRerun = schemaAfterRerun == null ? null : List.copyOf(schemaAfterRerun);
        dataAfterRerun = dataAfterRerun == null ? null : List.copyOf(dataAfterRerun);
    }

    /** {@return whether something of it was there that the runner does not know to be applied} */
    public boolean partial() {
        return history != RunState.APPLIED && !(schemaLeft.isEmpty() && dataLeft.isEmpty());
    }

    /** {@return whether running it again led to what an undisturbed up leads to} */
    public boolean recovered() {
        return failure == null
                && schemaAfterRerun != null
                && schemaAfterRerun.stream().allMatch(SchemaDifference::cosmetic)
                && dataAfterRerun != null
                && dataAfterRerun.isEmpty();
    }
}
