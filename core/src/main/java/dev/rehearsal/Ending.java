package dev.rehearsal;

import dev.rehearsal.database.DatabaseServer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a server, which must not cost what was measured on it: neither by failing nor by never coming. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Ending() {}

    static void of(DatabaseServer server) {
        of(server, PATIENCE);
    }

    /** Closes it; what fails is logged, and what does not end in time is left to itself. */
    static void of(DatabaseServer server, Duration patience) {
        Thread closing = new Thread(() -> close(server), "rehearsal-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(patience.toMillis());
            if (closing.isAlive()) {
                LOG.warn(
                        "The server ({}) did not end within {} s and is left to itself.",
                        server.provider(),
                        patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(DatabaseServer server) {
        try {
            server.close();
        } catch (RuntimeException | Error e) {
            LOG.warn("The server ({}) could not be closed: {}", server.provider(), e.toString());
            LOG.debug("closing the server", e);
        }
    }
}
