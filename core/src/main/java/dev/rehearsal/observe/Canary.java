package dev.rehearsal.observe;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks for access to one table again and again, and notes how long it had to wait. It touches no row, fires no trigger,
 * holds nothing beyond its statement, and gives up before the server would look for a deadlock; what gives up tries
 * again at once, and all tries together are one wait.
 */
final class Canary implements Runnable, AutoCloseable {
    /** Below this, a wait is scheduling noise and is not even kept. */
    static final long KEPT = TimeUnit.MILLISECONDS.toNanos(4);

    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(5);

    /** From one question to the next one's answer, when nothing is in the way: the longest rest, and two answers. */
    private static final long AT_EASE = PACE * 7 / 5 + 2 * KEPT;

    private static final long STOP_MILLIS = 2_000;

    private final QualifiedName table;
    private final Access access;
    private final CanaryView view;
    private final DataSource source;
    private final CountDownLatch ready;
    private final List<Delay> delays = new ArrayList<>();
    /** From a question that was answered to the next answer, where that took longer than when nothing is in the way. */
    private final List<Span> gaps = new ArrayList<>();

    private volatile boolean stopped;
    private volatile @Nullable Connection connection;
    private volatile @Nullable String failure;
    private @Nullable Thread thread;
    private volatile long answered = System.nanoTime();
    private volatile @Nullable Long asking;
    private int attempts;
    private @Nullable Long through;
    private boolean begun;

    Canary(QualifiedName table, Access access, CanaryView view, DataSource source, CountDownLatch ready) {
        this.view = view;
        this.table = table;
        this.access = access;
        this.source = source;
        this.ready = ready;
    }

    void start() {
        Thread started = new Thread(this, "rehearsal-canary-" + table + "-" + access);
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    @Override
    public void run() {
        try (Connection opened = source.getConnection();
                PreparedStatement probe = opened.prepareStatement(view.sql(access, table))) {
            connection = opened;
            SplittableRandom jitter = new SplittableRandom(table.hashCode());
            while (!stopped) {
                long rest = attempt(probe);
                begun();
                TimeUnit.NANOSECONDS.sleep((long) (rest * (0.6 + 0.8 * jitter.nextDouble())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = stopped ? failure : "it was interrupted";
        } catch (SQLException | RuntimeException e) {
            failure = stopped ? failure : String.valueOf(e.getMessage());
        } finally {
            asking = null;
            begun();
        }
    }

    /** Once: whoever waits for all canaries must not take one that asks often for several. */
    private void begun() {
        if (!begun) {
            begun = true;
            ready.countDown();
        }
    }

    /** {@return how long to rest} */
    private long attempt(PreparedStatement probe) throws SQLException {
        long start = System.nanoTime();
        asking = start;
        int gaveUp = 0;
        while (true) {
            try {
                probe.execute();
                attempts++;
                keep(start, gaveUp);
                through(start);
                return PACE;
            } catch (SQLException e) {
                answered = System.nanoTime();
                switch (view.answer(e)) {
                    case GAVE_UP -> gaveUp++;
                    case NO_TABLE -> {
                        through = null;
                        keep(start, gaveUp);
                        return 10 * PACE;
                    }
                    case FAILED -> throw e;
                }
            }
            if (stopped) {
                keep(start, gaveUp);
                through(start);
                return 0;
            }
        }
    }

    private void keep(long start, int gaveUp) {
        long end = System.nanoTime();
        answered = end;
        asking = null;
        if (gaveUp > 0 || end - start >= KEPT) {
            delays.add(new Delay(new Span(start, end), gaveUp));
        }
    }

    private void through(long start) {
        Long earlier = through;
        if (earlier != null && answered - earlier > AT_EASE) {
            gaps.add(new Span(earlier, answered));
        }
        through = start;
    }

    /** {@return for how long at most it can have been locked out; read it after closing} */
    long longestLockedOut(Span during) {
        return through == null || failure != null
                ? Long.MAX_VALUE
                : gaps.stream()
                        .filter(gap -> gap.overlaps(during))
                        .mapToLong(gap -> gap.to() - gap.from())
                        .reduce(AT_EASE, Math::max);
    }

    QualifiedName table() {
        return table;
    }

    Access access() {
        return access;
    }

    /** {@return why it could not go on; null if it could} */
    @Nullable
    String failure() {
        return failure;
    }

    /** {@return when the server last answered it, whatever it said} */
    long answered() {
        return answered;
    }

    /** {@return for how long it has been waiting; 0 if it does not wait} */
    long waitingNanos() {
        Long since = asking;
        return since == null ? 0 : System.nanoTime() - since;
    }

    /** {@return how often it asked; read it after closing} */
    int attempts() {
        return attempts;
    }

    /** {@return the waits worth a look; read them after closing} */
    List<Delay> delays() {
        return List.copyOf(delays);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        Thread running = thread;
        Connection opened = connection;
        if (running != null && !Threads.join(running, STOP_MILLIS)) {
            failure = "it did not stop in time";
            if (opened != null) {
                opened.abort(Runnable::run);
            }
            Threads.join(running, STOP_MILLIS);
        }
    }

    /**
     * A wait.
     *
     * @param time from asking to getting
     * @param gaveUp how many tries gave up meanwhile
     */
    record Delay(Span time, int gaveUp) {}
}
