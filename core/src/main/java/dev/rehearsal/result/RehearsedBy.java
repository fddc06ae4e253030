package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * The modules of Rehearsal that know the database and the migrations, and of which state of the project they were asked.
 *
 * @param engine the engine's id; null if the settings did not even say which
 * @param runner the runner's id; null likewise
 * @param origin the state of the project; null if there is no git
 */
public record RehearsedBy(
        @Nullable String engine,
        @Nullable String runner,
        @Nullable Origin origin) {
    /** Not known: the settings do not say. */
    public static final RehearsedBy UNKNOWN = new RehearsedBy(null, null);

    /**
     * The modules, of a state of the project that is not known.
     *
     * @param engine the engine's id; null if the settings did not even say which
     * @param runner the runner's id; null likewise
     */
    public RehearsedBy(@Nullable String engine, @Nullable String runner) {
        this(engine, runner, null);
    }
}
