package dev.rehearsal.recorded;

import dev.rehearsal.recorded.RecordedMigration.RecordedCheck;
import org.jspecify.annotations.Nullable;

/**
 * What down and second up led back to.
 *
 * @param schemaAfterDown whether the down restored the schema; null if not measured
 * @param dataAfterDown whether the down restored the data; null if not measured
 * @param schemaAfterUpAgain whether the second up made the same schema; null if not measured
 */
public record RecordedRoundtrip(
        @Nullable RecordedCheck schemaAfterDown,
        @Nullable RecordedCheck dataAfterDown,
        @Nullable RecordedCheck schemaAfterUpAgain) {}
