package dev.rehearsal.progress;

import java.util.function.LongSupplier;

/** Tells how long the rest of many like steps will take, once enough of them are over. For one thread. */
public final class TimeLeft {
    private static final int ENOUGH = 3;
    private static final double SECOND = 1e9;

    private final LongSupplier nanos;
    private long begun;

    /**
     * Makes one.
     *
     * @param nanos a clock
     */
    public TimeLeft(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * {@return the line about a step that begins}
     *
     * @param done how many are over; of the first one, none
     * @param all how many there are
     * @param step what it is called
     */
    public String line(int done, int all, String step) {
        return "[%d/%d] %s%s".formatted(done + 1, all, step, before(done, all));
    }

    /** {@return how long the rest takes; nothing as long as too few are over} */
    private String before(int done, int all) {
        if (done == 0) {
            begun = nanos.getAsLong();
        }
        if (done < ENOUGH) {
            return "";
        }
        double seconds = (nanos.getAsLong() - begun) / SECOND / done * (all - done);
        return seconds < 90
                ? " (about " + Math.max(1, Math.round(seconds)) + " s left)"
                : " (about " + Math.round(seconds / 60) + " min left)";
    }
}
