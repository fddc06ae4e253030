package dev.rehearsal.report.html;

import dev.rehearsal.report.format.DurationText;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Places instants on a line.
 *
 * @param spanMs what the whole line stands for, in milliseconds; above zero
 */
public record TimeScale(double spanMs) {
    private static final int TICKS = 4;

    /** {@return the share of the line as a length in a drawing: {@code 12.345%}} */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * Math.max(0, Math.min(1, share)));
    }

    String at(double ms) {
        return percent(ms / spanMs);
    }

    /** {@return the length of an interval, cut to the line} */
    String length(double fromMs, double toMs) {
        return percent((Math.min(spanMs, toMs) - Math.max(0, fromMs)) / spanMs);
    }

    /** {@return round instants along the line, the last one left out where it would leave the drawing} */
    List<Tick> ticks() {
        double step = roundStep(spanMs / TICKS);
        return IntStream.iterate(0, i -> i * step <= spanMs * 0.93, i -> i + 1)
                .mapToObj(i -> new Tick(at(i * step), DurationText.format(i * step)))
                .toList();
    }

    /** {@return 1, 2 or 5 times a power of ten, not below the given step} */
    private static double roundStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double digit = step / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /**
     * A mark on the line.
     *
     * @param x where
     * @param label what it stands for
     */
    public record Tick(String x, String label) {}
}
