package dev.rehearsal.compare;

import java.time.Duration;

/**
 * How much longer something must take to be called slower: beyond both limits, for a tiny time doubles by chance and a
 * long one varies by a lot of milliseconds.
 *
 * @param relative the part of the base that the difference must exceed: 0.5 for half as much again
 * @param absolute the time that the difference must exceed
 */
public record Noise(double relative, Duration absolute) {
    /** What serves when nothing is said: half as much again, and 50 ms. */
    public static final Noise DEFAULT = new Noise(0.5, Duration.ofMillis(50));

    /**
     * {@return whether something takes longer than the base, beyond noise}
     *
     * @param baseMs the base, in milliseconds
     * @param headMs what is held against it, in milliseconds
     */
    public boolean isWorse(double baseMs, double headMs) {
        double more = headMs - baseMs;
        return more > absolute.toNanos() / 1e6 && more > baseMs * relative;
    }
}
