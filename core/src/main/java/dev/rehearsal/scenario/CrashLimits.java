package dev.rehearsal.scenario;

import org.jspecify.annotations.Nullable;

/**
 * How far crashes are rehearsed.
 *
 * @param off why not at all; null if they are
 * @param points at how many moments of one migration at most
 */
public record CrashLimits(@Nullable String off, int points) {
    /** At how many moments, when nothing is said. */
    public static final int POINTS = 20;

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
