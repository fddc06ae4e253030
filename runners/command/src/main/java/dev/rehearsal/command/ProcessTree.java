package dev.rehearsal.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command and all that it has started. What has left its parent, to run in the background, is found by a mark in its
 * environment, where the system shows that.
 */
final class ProcessTree {
    private static final String NAME = "REHEARSAL_STEP";
    private static final Path PROCESSES = Path.of("/proc");

    private final String mark = UUID.randomUUID().toString();
    private final List<ProcessHandle> seen = new ArrayList<>();

    /** Marks what is about to be started. */
    void mark(Map<String, String> environment) {
        environment.put(NAME, mark);
    }

    /** Looks who is there now. */
    synchronized void look(Process process) {
        process.descendants().filter(one -> !seen.contains(one)).forEach(seen::add);
    }

    /** {@return what is alive and was started by the command; itself not} */
    List<ProcessHandle> alive(Process process) {
        look(process);
        List<ProcessHandle> alive = new ArrayList<>();
        synchronized (this) {
            alive.addAll(seen);
        }
        marked().filter(one -> !alive.contains(one)).forEach(alive::add);
        return alive.stream()
                .filter(one -> one.pid() != process.pid() && runs(one))
                .toList();
    }

    private Stream<ProcessHandle> marked() {
        List<ProcessHandle> found = new ArrayList<>();
        if (Files.isDirectory(PROCESSES)) {
            ProcessHandle.allProcesses().filter(this::isMarked).forEach(found::add);
        }
        return found.stream();
    }

    private boolean isMarked(ProcessHandle one) {
        try {
            Path environment = PROCESSES.resolve(String.valueOf(one.pid())).resolve("environ");
            return Files.isReadable(environment)
                    && new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
                            .contains(NAME + "=" + mark);
        } catch (IOException e) {
            return false; // it has ended, or is another user's
        }
    }

    /** {@return whether it can still do something: what has ended is listed until its parent asks for it, and some never do} */
    static boolean runs(ProcessHandle one) {
        if (!one.isAlive()) {
            return false;
        }
        try {
            Path file = PROCESSES.resolve(String.valueOf(one.pid())).resolve("stat");
            String stat = Files.isReadable(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            return !stat.substring(stat.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException e) {
            return one.isAlive();
        }
    }

    /** Ends all of it, and what is started meanwhile. */
    void kill(Process process) {
        for (int round = 0; round < 20; round++) {
            List<ProcessHandle> alive = alive(process);
            alive.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            if (alive.isEmpty() && !process.isAlive()) {
                return;
            }
            pause();
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return what they are, for a reader} */
    static String told(List<ProcessHandle> some) {
        return String.join(
                ", ",
                some.stream()
                        .map(one -> one.info().command().orElse("a program") + " (process " + one.pid() + ")")
                        .toList());
    }
}
