package dev.rehearsal.provider.container;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A container engine's own interface, asked directly: Testcontainers would try again for minutes where a question of
 * two seconds tells.
 *
 * @param host {@code unix:///var/run/docker.sock} or {@code tcp://host:2375}
 * @param askable whether it can be asked like this: not through a named pipe, or behind TLS
 */
record ContainerEngine(URI host, boolean askable) {
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int DEFAULT_PORT = 2375;

    /**
     * What it answered.
     *
     * @param status the HTTP status
     * @param body the body, or its beginning
     */
    record Answer(int status, String body) {}

    boolean isLocal() {
        return "unix".equals(host.getScheme());
    }

    /** Asks and reads the whole answer. */
    Answer get(String path, Duration deadline) throws IOException {
        return within(deadline, "GET " + path, LONGEST_ANSWER);
    }

    /** Starts something and reads the first of what it says; hanging up then ends it. */
    Answer begin(String path, Duration deadline) throws IOException {
        return within(deadline, "POST " + path, 1);
    }

    private Answer within(Duration deadline, String request, int enough) throws IOException {
        try (SocketChannel channel =
                isLocal() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Thread asking = new Thread(() -> ask(channel, request, enough, answer), "rehearsal-preflight");
            asking.setDaemon(true);
            asking.start();
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + deadline.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.toString() : e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void ask(SocketChannel channel, String request, int enough, CompletableFuture<Answer> answer) {
        try {
            channel.connect(address());
            String head = request + " HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
            channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            answer.complete(read(Channels.newInputStream(channel), enough));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private SocketAddress address() {
        if (isLocal()) {
            return UnixDomainSocketAddress.of(Path.of(host.getPath()));
        }
        return new InetSocketAddress(host.getHost(), host.getPort() < 0 ? DEFAULT_PORT : host.getPort());
    }

    /** Reads the head and at least so many bytes of the body, unless it ends before. */
    private static Answer read(InputStream stream, int enough) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        int end = -1;
        int length = stream.read(buffer);
        while (length >= 0 && (end < 0 || text.length() - end - 4 < enough)) {
            text.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            end = text.indexOf("\r\n\r\n");
            length = end >= 0 && text.length() - end - 4 >= enough ? -1 : stream.read(buffer);
        }
        if (end < 0 || !text.toString().matches("(?s)HTTP/1\\.\\d \\d{3}.*")) {
            throw new IOException("it does not speak HTTP");
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(end + 4));
    }
}
