package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end, never without a deadline.
 *
 * @param words the program and its arguments
 */
record Command(List<String> words) {
    Command {
        words = List.copyOf(words);
    }

    Command with(String... more) {
        List<String> all = new ArrayList<>(words);
        Collections.addAll(all, more);
        return new Command(all);
    }

    /** {@return a builder whose environment names no other server} */
    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().keySet().removeIf(key -> key.matches("(PG|MYSQL|MARIADB).*"));
        return builder;
    }

    /** Runs it in a directory. */
    Outcome run(Path directory, Duration deadline) throws IOException {
        Process process = builder()
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        boolean ended = waitFor(process, deadline);
        // what our programs say fits into the pipe, so none of them waits for a reader
        String text = ended ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) : "";
        return new Outcome(ended && process.exitValue() == 0, text.strip());
    }

    private static boolean waitFor(Process process, Duration deadline) {
        try {
            if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while the server was being made.", e);
        }
    }

    /** How it ended. */
    record Outcome(boolean succeeded, String output) {}
}
