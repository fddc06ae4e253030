package dev.rehearsal.junit.stage;

import dev.rehearsal.scenario.Stage;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops databases one after another behind the tests' back: each drop waits for a checkpoint, which takes longer than a
 * test. Safe for use by several threads.
 */
final class Cleaner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cleaner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final boolean thorough;
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

    void drop(Stage stage) {
        thread.execute(stage::close);
    }

    /** Waits for the drop that runs, and for all that are due if the server stays. */
    @Override
    public void close() {
        if (thorough) {
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
