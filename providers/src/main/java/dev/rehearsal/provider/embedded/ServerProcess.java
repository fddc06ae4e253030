package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A server under the eyes of {@code supervise.sh}: it ends when this process closes it, or ends in whatever way. */
final class ServerProcess implements AutoCloseable {
    private static final String SCRIPT = "supervise.sh";
    private static final int STOP_SECONDS = 30;
    private static final int LOG_LINES = 20;

    private final Process supervisor;
    private final Path run;

    private ServerProcess(Process supervisor, Path run) {
        this.supervisor = supervisor;
        this.run = run;
    }

    static ServerProcess start(Path run, List<String> server) throws IOException {
        Path script = run.resolve(SCRIPT);
        Files.deleteIfExists(run.resolve("ended"));
        Files.writeString(script, script());
        Process supervisor = new Command(List.of("sh", script.toString(), run.toString()))
                .with(server.toArray(String[]::new))
                .builder()
                .directory(run.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ServerProcess(supervisor, run);
    }

    private static String script() throws IOException {
        try (InputStream script = Objects.requireNonNull(ServerProcess.class.getResourceAsStream(SCRIPT))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    boolean isRunning() {
        return supervisor.isAlive() && !Files.exists(run.resolve("ended"));
    }

    /** Tells the supervisor that the server answers. */
    void ready() throws IOException {
        OutputStream pipe = supervisor.getOutputStream();
        pipe.write('\n');
        pipe.flush();
    }

    /** {@return the last lines that the server wrote} */
    String log() {
        try {
            List<String> lines = Files.readAllLines(run.resolve("server.log"), StandardCharsets.ISO_8859_1);
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
        ServerProcesses.kill(run);
    }
}
