package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks while statements run: often at first, more rarely the longer one takes, so that the error stays small against
 * what is measured and the cost small against the work. Also has the watchdog look.
 */
final class Poller implements Runnable, AutoCloseable {
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long WAITING = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long STOP_MILLIS = 15_000;

    private final Observer observer;
    private final Supplier<List<RunSession>> sessions;
    private final Watchdog watchdog;
    private final boolean locks;
    private volatile long lastEvent = System.nanoTime();
    private volatile boolean stopped;
    private volatile @Nullable String failure;
    private @Nullable Thread thread;

    Poller(Observer observer, Supplier<List<RunSession>> sessions, Watchdog watchdog, boolean locks) {
        this.observer = observer;
        this.sessions = sessions;
        this.watchdog = watchdog;
        this.locks = locks;
    }

    void start() {
        Thread started = new Thread(this, "rehearsal-observer");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** A statement begins: the next look comes soon. */
    void wake() {
        lastEvent = System.nanoTime();
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        try {
            long last = System.nanoTime();
            while (!stopped) {
                long wait = last + pace() - System.nanoTime();
                if (wait > 0) {
                    LockSupport.parkNanos(this, wait);
                    continue;
                }
                if (locks && !sessions.get().isEmpty()) {
                    observer.look(false);
                }
                last = System.nanoTime();
                watchdog.check(last);
            }
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    /** {@return why it looks no more; null if it looked until it was closed} */
    @Nullable
    String failure() {
        return failure;
    }

    private long pace() {
        long elapsed = System.nanoTime() - lastEvent;
        long longest = observer.someoneWaits() ? WAITING : LONGEST;
        return Math.min(longest, Math.max(SHORTEST, elapsed / 20));
    }

    @Override
    public void close() {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            Threads.join(running, STOP_MILLIS);
        }
    }
}
