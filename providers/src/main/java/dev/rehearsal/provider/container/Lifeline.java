package dev.rehearsal.provider.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Ends a container when this process ends, in whatever way: the container's first program waits on a standard input
 * that this process holds open, and the engine removes the container once that program has ended.
 */
final class Lifeline implements AutoCloseable {
    private static final String SCRIPT = "exec 3<&0; \"$@\" </dev/null 3<&- & server=$!;"
            + " (while read -r _; do :; done; kill -QUIT $server; sleep 2; kill -KILL $server) <&3 3<&- &"
            + " wait $server";

    private final CountDownLatch released = new CountDownLatch(1);

    /** Puts the script before what the image would run, and has the engine close its input when we hang up. */
    static void prepare(CreateContainerCmd command, InspectImageResponse image, List<String> settings) {
        ContainerConfig config = Objects.requireNonNull(image.getConfig());
        List<String> words = new ArrayList<>(orEmpty(config.getEntrypoint()));
        List<String> program = orEmpty(config.getCmd());
        words.addAll(program);
        if (program.equals(List.of("postgres"))) {
            words.addAll(settings);
        }
        command.withEntrypoint("sh", "-c", SCRIPT, "rehearsal").withCmd(words);
        command.withStdinOpen(true).withStdInOnce(true);
        Objects.requireNonNull(command.getHostConfig()).withAutoRemove(true);
    }

    private static List<String> orEmpty(String[] words) {
        return words == null ? List.of() : Arrays.asList(words);
    }

    void attach(DockerClient client, String containerId) {
        client.attachContainerCmd(containerId)
                .withStdIn(new UntilReleased(released))
                .withFollowStream(true)
                .exec(new ResultCallback.Adapter<Frame>());
    }

    @Override
    public void close() {
        released.countDown();
    }

    /** An input that holds nothing and ends when it is let go of. */
    private static final class UntilReleased extends InputStream {
        private final CountDownLatch released;

        UntilReleased(CountDownLatch released) {
            this.released = released;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public int read() throws IOException {
            try {
                released.await();
                return -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
