package dev.rehearsal.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.provider.Readiness;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills a process that runs a server, in several ways and at several moments, and counts what is left. */
class KilledIT {
    private static final long SECONDS_TO_VANISH = 15;

    @TempDir
    Path parent;

    private final List<Process> launched = new ArrayList<>();

    @AfterEach
    void end_what_the_test_started() throws IOException {
        launched.forEach(Process::destroyForcibly);
        for (String pid : Processes.within(parent)) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void killed_with_no_chance_to_clean_up_it_leaves_nothing() throws Exception {
        started().kill();
        vanishes();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void killed_while_a_session_is_busy_it_leaves_nothing() throws Exception {
        Running running = started();
        try (Busy busy = new Busy(running.address())) {
            running.kill();
            vanishes();
            assertThat(busy.failure()).isInstanceOf(SQLException.class);
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void terminated_it_leaves_nothing_by_the_time_it_has_ended() throws Exception {
        Process process = started().process();
        process.destroy();
        assertThat(process.waitFor(SECONDS_TO_VANISH, TimeUnit.SECONDS)).isTrue();
        assertThat(Processes.within(parent)).isEmpty();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void a_killed_server_takes_its_busy_sessions_and_its_shared_memory_along() throws Exception {
        Running running = started();
        List<Path> sharedMemory = sharedMemory(postmaster());
        assertThat(sharedMemory).isNotEmpty();
        try (Busy busy = new Busy(running.address())) {
            ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
            assertThat(busy.failure()).isInstanceOf(SQLException.class);
            vanishes(data());
        }
        running.kill();
        vanishes();
        assertThat(parent).isEmptyDirectory();
        assertThat(sharedMemory).allSatisfy(segment -> assertThat(segment).doesNotExist());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 600, 900, 1200, 1500, 2000, 2500, 3000})
    void killed_at_any_moment_the_next_run_clears_what_it_left(int millis) throws Exception {
        Process process = launch();
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
        process.destroyForcibly().waitFor();
        vanishes();
        new AbandonedRuns(parent).clear();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void the_next_run_ends_a_server_whose_supervisor_was_killed_too() throws Exception {
        Process process = started().process();
        process.descendants()
                .filter(child -> child.info()
                        .command()
                        .filter(c -> !c.contains("postgres"))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assertThat(Processes.within(parent)).isNotEmpty();
        new AbandonedRuns(parent).clear();
        assertThat(Processes.within(parent)).isEmpty();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void the_next_run_leaves_a_living_one_alone() throws Exception {
        DatabaseAddress address = started().address();
        new AbandonedRuns(parent).clear();
        Readiness.connect(address).close();
    }

    private Process launch() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"));
        Process process = new Command(command)
                .with(ServerForAWhile.class.getName(), parent.toString())
                .builder()
                .redirectErrorStream(true)
                .start();
        launched.add(process);
        return process;
    }

    private Running started() throws IOException {
        Process process = launch();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("jdbc:")) {
            line = output.readLine();
        }
        assertThat(line).as("the server's URL").isNotNull();
        int space = line.indexOf(' ');
        String password = line.substring(space + 1);
        return new Running(process, new DatabaseAddress(line.substring(0, space), "postgres", password));
    }

    private record Running(Process process, DatabaseAddress address) {
        void kill() {
            process.destroyForcibly();
        }
    }

    private void vanishes() throws Exception {
        vanishes(parent);
        assertThat(supervisors()).as("supervisors left").isZero();
    }

    private void vanishes(Path directory) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_VANISH);
        while (!Processes.within(directory).isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(Processes.within(directory)).as("processes left").isEmpty();
    }

    private long supervisors() {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains("sh " + parent))
                .count();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip());
    }

    private Path data() throws IOException {
        try (Stream<Path> runs = Files.list(parent)) {
            return runs.findFirst().orElseThrow().resolve("data");
        }
    }

    private static List<Path> sharedMemory(long pid) throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
            return maps.filter(line -> line.contains("/dev/shm/PostgreSQL."))
                    .map(line -> Path.of(line.substring(line.indexOf("/dev/shm"))))
                    .toList();
        }
    }

    /** A session in the middle of a statement that does not wait for anything. */
    private static final class Busy implements AutoCloseable {
        private final Connection connection;
        private final CompletableFuture<Throwable> failure;

        Busy(DatabaseAddress address) throws Exception {
            connection = Readiness.connect(address);
            failure = CompletableFuture.supplyAsync(this::compute);
            TimeUnit.SECONDS.sleep(1);
            assertThat(failure).isNotDone();
        }

        private Throwable compute() {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT count(*) FROM generate_series(1, 10000000000)");
                return new AssertionError("It was not stopped");
            } catch (SQLException e) {
                return e;
            }
        }

        Throwable failure() throws Exception {
            return failure.get(SECONDS_TO_VANISH, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
