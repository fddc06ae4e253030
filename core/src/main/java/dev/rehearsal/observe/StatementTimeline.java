package dev.rehearsal.observe;

import java.util.ArrayList;
import java.util.List;

/**
 * The migration's own clock: it stands still while the migration waits for us, so that whatever is read from it is less
 * our part. Safe for use by several threads.
 */
final class StatementTimeline {
    private final List<Span> pauses = new ArrayList<>();
    private final List<Long> pausedBefore = new ArrayList<>();
    private long paused;
    private long last = Long.MIN_VALUE;

    /** Notes that the migration waited for us from one instant to another; pauses come in the order of time. */
    synchronized void pause(long from, long to) {
        long start = Math.max(from, last);
        if (start >= to) {
            return;
        }
        pauses.add(new Span(start, to));
        pausedBefore.add(paused);
        paused += to - start;
        last = to;
    }

    /** {@return the milliseconds of the migration's own time from one instant to another} */
    synchronized double millis(long from, long to) {
        return (own(to) - own(from)) / 1e6;
    }

    private long own(long instant) {
        int low = 0;
        int high = pauses.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pauses.get(middle).from() < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return instant;
        }
        Span pause = pauses.get(low - 1);
        long before = pausedBefore.get(low - 1) + Math.min(instant, pause.to()) - pause.from();
        return instant - before;
    }
}
