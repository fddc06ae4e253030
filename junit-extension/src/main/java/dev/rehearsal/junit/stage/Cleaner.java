package dev.rehearsal.junit.stage;

import dev.rehearsal.scenario.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops databases behind the tests' back, many at a time: each drop waits for a checkpoint, which writes what all other
 * databases have not yet written. The first of many drops pays for all. Safe for use by several threads.
 */
final class Cleaner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cleaner.class);
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final boolean thorough;
    private final List<Stage> due = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread cleaning = new Thread(work, "rehearsal-cleaner");
        cleaning.setDaemon(true);
        return cleaning;
    });

    /**
     * Makes one.
     *
     * @param thorough whether the server stays when we go, so that all must be dropped before
     */
    Cleaner(boolean thorough) {
        this.thorough = thorough;
    }

    synchronized void drop(Stage stage) {
        due.add(stage);
        if (due.size() >= AT_ONCE) {
            dropAll();
        }
    }

    private void dropAll() {
        due.forEach(stage -> thread.execute(stage::close));
        due.clear();
    }

    /** Waits for the drop that runs, and for all that are due if the server stays. */
    @Override
    public synchronized void close() {
        if (thorough) {
            dropAll();
            thread.shutdown();
        } else {
            thread.shutdownNow();
        }
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Databases of ours could not be dropped within {} s", PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
