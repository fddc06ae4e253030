package dev.rehearsal.provider.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the engine has removed a container, which it does by itself, some time after its end.
 *
 * @param client the engine
 * @param containerId the container
 */
record Removal(DockerClient client, String containerId) {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    void await() {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (isThere() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return; // it goes without being watched, too
            }
        }
    }

    private boolean isThere() {
        try {
            client.inspectContainerCmd(containerId).exec();
            return true;
        } catch (DockerException e) {
            LOG.trace("The container {} is gone", containerId, e);
            return false;
        }
    }
}
