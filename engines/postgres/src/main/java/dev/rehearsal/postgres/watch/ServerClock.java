package dev.rehearsal.postgres.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The server's clock against ours. Each answer that tells the time bounds how far ours is ahead: it was told after it was
 * asked for and before it arrived. Of the latest answers those count that were fastest on their way; older ones do not,
 * because clocks drift. Not safe for use by several threads.
 */
final class ServerClock {
    private static final long MEMORY = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 128;

    private final Deque<Told> latest = new ArrayDeque<>();

    /**
     * Notes an answer.
     *
     * @param micros the server's time in it, in microseconds
     * @param asked our {@link System#nanoTime()} when it was asked for
     * @param arrived the same when it had arrived
     */
    void told(long micros, long asked, long arrived) {
        latest.addLast(new Told(arrived, asked - nanos(micros), arrived - nanos(micros)));
        while (latest.size() > MOST || arrived - latest.getFirst().arrived() > MEMORY) {
            latest.removeFirst();
        }
    }

    /**
     * {@return the latest that it can have been by our {@link System#nanoTime()}}
     *
     * @param micros a recent time of the server, in microseconds
     */
    long notAfter(long micros) {
        return nanos(micros) + latest.stream().mapToLong(Told::most).min().orElseThrow();
    }

    /**
     * {@return the earliest that it can have been by our {@link System#nanoTime()}}
     *
     * @param micros a recent time of the server, in microseconds
     */
    long notBefore(long micros) {
        return nanos(micros) + latest.stream().mapToLong(Told::least).max().orElseThrow();
    }

    private static long nanos(long micros) {
        return TimeUnit.MICROSECONDS.toNanos(micros);
    }

    /** When an answer arrived, and how far our clock was ahead at least and at most. */
    private record Told(long arrived, long least, long most) {}
}
