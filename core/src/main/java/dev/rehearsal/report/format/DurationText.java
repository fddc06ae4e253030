package dev.rehearsal.report.format;

import java.util.Locale;

/** Writes durations as a person would say them. */
public final class DurationText {
    private DurationText() {}

    /**
     * {@return the duration in words of at most two units: {@code 412 ms}, {@code 1.9 s}, {@code 3 min 20 s}}
     *
     * @param ms milliseconds
     */
    public static String format(double ms) {
        if (ms < 9.95) {
            return ms > 0 && ms < 0.05 ? "<0.1 ms" : String.format(Locale.ROOT, ms == 0 ? "%.0f ms" : "%.1f ms", ms);
        }
        if (ms < 999.5) {
            return Math.round(ms) + " ms";
        }
        if (ms < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", ms / 1000);
        }
        long seconds = Math.round(ms / 1000);
        return seconds < 3600
                ? units(seconds / 60, "min", seconds % 60, "s")
                : units(Math.round(ms / 60_000) / 60, "h", Math.round(ms / 60_000) % 60, "min");
    }

    private static String units(long big, String bigUnit, long small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
