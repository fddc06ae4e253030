package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A server under the eyes of {@code supervise.sh}: it ends when this process closes it, or ends in whatever way. */
final class ServerProcess implements AutoCloseable {
    private static final String SCRIPT = "supervise.sh";
    private static final int STOP_SECONDS = 30;
    private static final int LOG_LINES = 20;

    private final Process supervisor;
    private final Path home;

    private ServerProcess(Process supervisor, Path home) {
        this.supervisor = supervisor;
        this.home = home;
    }

    /** Starts the only server of a run: when it ends, the run's directory goes. */
    static ServerProcess start(Path run, List<String> server) throws IOException {
        return start(run, run, "QUIT", server);
    }

    /**
     * Starts one of several servers of a run; it is ended by force, so that what it wrote last may be lost.
     *
     * @param home a directory for this process alone
     * @param run the run's directory, which goes when this process ends without having closed it
     */
    static ServerProcess start(Path home, Path run, List<String> server) throws IOException {
        return start(home, run, "KILL", server);
    }

    private static ServerProcess start(Path home, Path run, String signal, List<String> server) throws IOException {
        Path script = home.resolve(SCRIPT);
        Files.deleteIfExists(home.resolve("ended"));
        Files.writeString(script, script());
        Process supervisor = new Command(List.of("sh", script.toString(), home.toString(), run.toString(), signal))
                .with(server.toArray(String[]::new))
                .builder()
                .directory(run.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ServerProcess(supervisor, home);
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(ServerProcess.class.getResourceAsStream(SCRIPT))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    boolean isRunning() {
        return supervisor.isAlive() && !Files.exists(home.resolve("ended"));
    }

    /** Tells the supervisor that the server answers. */
    void ready() throws IOException {
        tell("up");
    }

    /** Tells the supervisor that the run goes on without this server. */
    void keepRun() throws IOException {
        tell("keep");
    }

    private void tell(String word) throws IOException {
        OutputStream pipe = supervisor.getOutputStream();
        pipe.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    /** Waits until the server has ended by itself. */
    boolean awaitEnd(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (isRunning() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a server was stopped.", e);
        }
        return !isRunning();
    }

    /** {@return the last lines that the server wrote} */
    String log() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("server.log"), StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(it wrote nothing: " + e + ")";
        }
    }

    /** Stops the server; it and its directory are gone on return. */
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                stopByForce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the supervisor goes on by itself
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopByForce() throws IOException {
        supervisor.destroyForcibly();
        ServerProcesses.kill(home);
    }
}
