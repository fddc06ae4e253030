package dev.rehearsal.volume;

import org.jspecify.annotations.Nullable;

/**
 * Hand-written SQL around the filling, once per database.
 *
 * @param before run before the first filling; null for none
 * @param after run on the filled tables; null for none
 */
public record SeedScripts(
        @Nullable SeedScript before, @Nullable SeedScript after) {
    /** No scripts. */
    public static final SeedScripts NONE = new SeedScripts(null, null);

    /**
     * A script.
     *
     * @param name the file's name, for a reader
     * @param sql its text
     */
    public record SeedScript(String name, String sql) {}
}
