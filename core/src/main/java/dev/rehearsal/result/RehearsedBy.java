package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * The modules of Rehearsal that know the database and the migrations.
 *
 * @param engine the engine's id; null if the settings did not even say which
 * @param runner the runner's id; null likewise
 */
public record RehearsedBy(@Nullable String engine, @Nullable String runner) {
    /** Not known: the settings do not say. */
    public static final RehearsedBy UNKNOWN = new RehearsedBy(null, null);
}
