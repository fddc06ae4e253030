package dev.rehearsal.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is killed while deleting a run's directory may have deleted the lock first. */
class HalfDeletedRunTest {
    @TempDir
    private Path parent;

    @Test
    void what_is_left_without_a_lock_goes_with_the_next_run() throws IOException {
        Path run = halfDeleted(Duration.ofMinutes(11));
        new AbandonedRuns(parent).clear();
        assertThat(run).doesNotExist();
    }

    @Test
    void what_was_just_made_may_get_its_lock_in_a_moment() throws IOException {
        Path run = halfDeleted(Duration.ZERO);
        new AbandonedRuns(parent).clear();
        assertThat(run).exists();
    }

    @Test
    void where_something_still_runs_nothing_is_taken() throws IOException {
        Path run = halfDeleted(Duration.ofMinutes(11));
        Process server = new ProcessBuilder("sleep", "60")
                .directory(run.resolve("data").toFile())
                .start();
        try {
            new AbandonedRuns(parent).clear();
            assertThat(run).exists();
        } finally {
            server.destroyForcibly();
        }
    }

    private Path halfDeleted(Duration age) throws IOException {
        Path run = Files.createTempDirectory(parent, RunDirectory.PREFIX + "1-x-", Directories.privately(parent));
        Files.writeString(Files.createDirectory(run.resolve("data")).resolve("left"), "");
        return Files.setLastModifiedTime(run, FileTime.from(Instant.now().minus(age)));
    }
}
