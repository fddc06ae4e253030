package dev.rehearsal.command;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of a command, and what has come of it. Nothing of it is left running. */
final class ToolRun {
    private static final long GRACE = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_MILLIS = 20;

    private final Output output;
    private final boolean ended;
    private final int exit;
    private final String left;

    private ToolRun(Output output, boolean ended, int exit, String left) {
        this.output = output;
        this.ended = ended;
        this.exit = exit;
        this.left = left;
    }

    /**
     * What is run.
     *
     * @param command the program and its arguments
     * @param directory where
     * @param environment what it finds there
     * @param timeout when it is killed
     * @param setting which setting says so
     */
    record Order(
            List<String> command, Path directory, Map<String, String> environment, Duration timeout, String setting) {
        /** {@return it for a reader; there is no password in it} */
        String shown() {
            return String.join(" ", command);
        }

        /** {@return the password, where that is no name that everybody may see} */
        @Nullable
        String secret() {
            String password = environment.get("PGPASSWORD");
            return password == null || password.equals(environment.get("PGUSER")) ? null : password;
        }
    }

    /**
     * Runs a command to its end.
     *
     * @throws MigrationSourceException if it cannot be started
     */
    static ToolRun of(Order order) {
        Map<String, String> environment = new HashMap<>(order.environment());
        ProcessTree tree = new ProcessTree();
        tree.mark(environment);
        Process process = start(order, environment);
        Thread hook = new Thread(() -> tree.kill(process), "rehearsal-command-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            process.getOutputStream().close(); // who asks is told that nobody answers
            Output output = new Output(process.getInputStream(), order.secret());
            boolean ended = await(process, tree, order.timeout());
            String left = ended ? left(process, tree) : "";
            tree.kill(process);
            output.await(TimeUnit.NANOSECONDS.toMillis(GRACE));
            return new ToolRun(output, ended, ended ? process.exitValue() : -1, left);
        } catch (IOException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new MigrationSourceException("The command `" + order.shown() + "` was broken off: " + e, e);
        } finally {
            tree.kill(process);
            forget(hook);
        }
    }

    private static Process start(Order order, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(
                        Executable.of(order.command(), order.directory(), environment, order.setting()))
                .directory(order.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MigrationSourceException(
                    "rehearsal." + order.setting() + ": `" + order.shown() + "` cannot be started: " + e.getMessage(),
                    e);
        }
    }

    private static boolean await(Process process, ProcessTree tree, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() - end < 0) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        tree.look(process);
        return false;
    }

    /** What is about to end by itself is let. */
    private static String left(Process process, ProcessTree tree) {
        long end = System.nanoTime() + GRACE;
        List<ProcessHandle> alive = tree.alive(process);
        while (!alive.isEmpty() && System.nanoTime() - end < 0) {
            ProcessTree.pause();
            alive = tree.alive(process);
        }
        return ProcessTree.told(alive);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is about to run
        }
    }

    Output output() {
        return output;
    }

    /** {@return whether it has ended by itself} */
    boolean ended() {
        return ended;
    }

    int exit() {
        return exit;
    }

    /** {@return what it has left running, which was killed; empty if nothing} */
    String left() {
        return left;
    }
}
