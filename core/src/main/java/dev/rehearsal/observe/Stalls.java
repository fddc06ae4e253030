package dev.rehearsal.observe;

import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the canaries' delays were waits for a lock. A busy machine delays everyone: where locks are watched, a
 * delay counts only if for at least half of it a lock in its way was held or awaited; where they are not, only if it is
 * longer than scheduling noise. A try that the server itself gave up for a lock always counts.
 */
final class Stalls {
    private static final long NOISE = TimeUnit.MILLISECONDS.toNanos(30);

    private final RelationNames names;
    private final Recording recording;
    private final @Nullable List<Harm> harms;

    /** Makes a judge; no harms at all if locks were not watched. */
    Stalls(RelationNames names, Recording recording, @Nullable List<Harm> harms) {
        this.names = names;
        this.recording = recording;
        this.harms = harms;
    }

    /** {@return the stalls that a canary suffered, one for each operation that it speaks for} */
    List<Stall> of(Canary canary) {
        double worst = 0;
        double total = 0;
        int blocked = 0;
        int gaveUp = 0;
        Canary.Delay longest = null;
        for (Canary.Delay delay : canary.delays()) {
            gaveUp += delay.gaveUp();
            if (counts(canary, delay)) {
                double millis = recording
                        .timeline()
                        .millis(delay.time().from(), delay.time().to());
                blocked++;
                total += millis;
                if (millis > worst) {
                    worst = millis;
                    longest = delay;
                }
            }
        }
        Integer line = longest == null ? null : line(canary, longest);
        String table = canary.table().toString();
        List<Stall> stalls = new ArrayList<>();
        for (Operation operation : canary.access().operations()) {
            stalls.add(new Stall(table, operation, worst, total, blocked, canary.attempts(), gaveUp, line));
        }
        return stalls;
    }

    private boolean counts(Canary canary, Canary.Delay delay) {
        long length = delay.time().to() - delay.time().from();
        if (delay.gaveUp() > 0 || harms == null) {
            return delay.gaveUp() > 0 || length >= NOISE;
        }
        Harm harm = worstHarm(canary, delay);
        return harm != null && harm.overlap(delay.time()) >= length / 2;
    }

    private @Nullable Integer line(Canary canary, Canary.Delay delay) {
        Harm harm = worstHarm(canary, delay);
        if (harm != null && harm.ran() != null) {
            return harm.ran().source().line();
        }
        long begin = delay.time().from();
        for (RanStatement ran : recording.statements()) {
            if (ran.time().overlaps(new Span(begin, begin + 1))) {
                return ran.source().line();
            }
        }
        return null;
    }

    private @Nullable Harm worstHarm(Canary canary, Canary.Delay delay) {
        Long table = names.id(canary.table());
        if (harms == null || table == null) {
            return null;
        }
        return harms.stream()
                .filter(harm -> harm.table() == table && canary.access().waitsFor(harm.mode()))
                .filter(harm -> harm.overlap(delay.time()) > 0)
                .max(Comparator.comparingLong(harm -> harm.overlap(delay.time())))
                .orElse(null);
    }
}
