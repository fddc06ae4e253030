package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.ProcessorTimes;
import org.jspecify.annotations.Nullable;

/**
 * A time as it was measured once, and what of it is the migration's own.
 *
 * @param ms as measured
 * @param aloneMs without the time in which the migration could have gone on, and others had the processor; null if not known
 * @param certainMs the same, without the uncertainty of what was seen, and with what it computed halved: a neighbour slows
 *     whoever shares caches with it; null if not known
 */
record Measurement(
        double ms, @Nullable Double aloneMs, @Nullable Double certainMs) {
    static final Measurement NONE = new Measurement(0, 0.0, 0.0);

    static Measurement of(HeldLock lock, PhaseFacts facts) {
        Measurement whole = of(lock.acquiredMs(), lock.heldMs(), facts);
        Double certain = whole.certainMs();
        return new Measurement(
                whole.ms(), whole.aloneMs(), certain == null ? null : (Double) Math.max(0, certain - lock.boundMs()));
    }

    static Measurement of(double fromMs, double ms, PhaseFacts facts) {
        ProcessorTimes processors = facts.processors();
        if (processors == null) {
            return new Measurement(ms, null, null);
        }
        double alone = Math.max(0, ms - processors.waitedMs(fromMs, fromMs + ms));
        return new Measurement(ms, alone, Math.max(0, alone - processors.usedMs(fromMs, fromMs + ms) / 2));
    }

    /** {@return this as others felt it, who measured so much} */
    Measurement atMost(double felt) {
        return new Measurement(felt, least(aloneMs, felt), least(certainMs, felt));
    }

    private static @Nullable Double least(@Nullable Double one, double other) {
        return one == null ? null : (Double) Math.min(one, other);
    }
}
