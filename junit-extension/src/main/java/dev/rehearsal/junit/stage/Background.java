package dev.rehearsal.junit.stage;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work behind the tests' back, one piece at a time as long as there is some. Safe for use by several threads. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BooleanSupplier piece;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread making = new Thread(work, "rehearsal-stages");
        making.setDaemon(true);
        return making;
    });
    private volatile boolean ended;

    /**
     * Makes one; it sleeps.
     *
     * @param piece does one piece of work, and tells whether there may be more
     */
    Background(BooleanSupplier piece) {
        this.piece = piece;
    }

    /** Says that there may be work. */
    synchronized void wake() {
        if (!ended && awake.compareAndSet(false, true)) {
            thread.execute(this::work);
        }
    }

    private void work() {
        awake.set(false);
        try {
            if (!ended && piece.getAsBoolean()) {
                wake();
            }
        } catch (RuntimeException e) {
            LOG.debug("Nothing more is made ahead", e);
        }
    }

    /** Ends a long piece of work in between. */
    void stopIfEnded() {
        if (ended) {
            throw new StageException("The run has ended", null);
        }
    }

    /** Waits for the piece of work that runs. */
    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A stage is still being made after {} s", PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
