package dev.rehearsal.observe;

/**
 * An instant that is known to lie between two others, or the time between two instants; nanoseconds of
 * {@link System#nanoTime()}.
 */
public record Span(long from, long to) {
    boolean overlaps(Span other) {
        return overlap(other) > 0;
    }

    long overlap(Span other) {
        return Math.min(to, other.to) - Math.max(from, other.from);
    }

    Span within(long earliest, long latest) {
        long low = Math.min(Math.max(from, earliest), to);
        return new Span(low, Math.max(low, Math.min(to, latest)));
    }
}
