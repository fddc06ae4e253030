package dev.rehearsal.scenario;

import dev.rehearsal.migration.MigrationRunner;
import org.jspecify.annotations.Nullable;

/**
 * How far crashes are rehearsed.
 *
 * @param off why not at all; null if they are
 * @param points at how many moments of one migration at most
 */
public record CrashLimits(@Nullable String off, int points) {
    /** Why a runner is not killed of which nobody has looked what it leaves. */
    static final String NOT_COMPARED =
            "what this runner leaves when it is killed was not compared with the real tool yet";

    /** At how many moments, when nothing is said. */
    public static final int POINTS = 20;

    /**
     * {@return why no script of a runner is killed; null if they are}
     *
     * @param runner which
     */
    @Nullable
    String without(MigrationRunner runner) {
        return off != null || runner.capabilities().killed() ? off : NOT_COMPARED;
    }

    /**
     * {@return no rehearsal of crashes}
     *
     * @param reason why not
     */
    public static CrashLimits off(String reason) {
        return new CrashLimits(reason, 0);
    }

    /**
     * {@return a rehearsal of crashes}
     *
     * @param points at how many moments of one migration at most
     */
    public static CrashLimits of(int points) {
        return new CrashLimits(null, points);
    }
}
