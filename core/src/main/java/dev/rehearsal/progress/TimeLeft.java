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
     * {@return what to add to a line about the step that begins; nothing as long as too few are over}
     *
     * @param done how many are over; of the first one, none
     * @param all how many there are
     */
    public String before(int done, int all) {
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
