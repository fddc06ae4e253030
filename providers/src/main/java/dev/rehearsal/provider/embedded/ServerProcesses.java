package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Finds the processes of a server by its data directory, and ends them the hard way. */
final class ServerProcesses {
    private static final Path PROC = Path.of("/proc");

    private ServerProcesses() {}

    /** Kills all that runs in a run's directory; none there is no error. */
    static void kill(Path run) throws IOException {
        killPostmaster(run.resolve("data").resolve("postmaster.pid"));
        if (Files.isDirectory(PROC)) {
            killThoseWithin(run);
        }
    }

    /** {@return whether something runs in a run's directory, or it cannot be told} */
    static boolean mayRunIn(Path run) throws IOException {
        if (!Files.isDirectory(PROC)) {
            return true;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (workingDirectory(process).startsWith(run)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void killPostmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (!lines.isEmpty() && lines.get(0).strip().matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> process.info()
                            .command()
                            .filter(c -> c.contains("postgres"))
                            .isPresent())
                    .ifPresent(ServerProcesses::killAndWait);
        }
    }

    /** Every process of ours works in the run's directory: a server and its sessions in the data directory. */
    private static void killThoseWithin(Path run) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (workingDirectory(process).startsWith(run)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(ServerProcesses::killAndWait);
                }
            }
        }
    }

    private static Path workingDirectory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"));
        } catch (IOException e) {
            return process; // another user's, or gone: none of ours
        }
    }

    private static void killAndWait(ProcessHandle process) {
        process.destroyForcibly();
        CompletableFuture<ProcessHandle> end = process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS);
        end.join();
    }
}
