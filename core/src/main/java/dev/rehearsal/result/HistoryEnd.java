package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What a history as a whole led to.
 *
 * @param schema the schema at the end; null if the end was not reached
 * @param deployment how its versions fared in one run; null if there were not several
 */
public record HistoryEnd(
        @Nullable RehearsedSchema schema, @Nullable Deployment deployment) {}
