package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** However a run of tests ends, its server goes with it. Processes are counted as Linux shows them. */
@EnabledOnOs(OS.LINUX)
class KilledRunTest {
    private static final long SECONDS_TO_VANISH = 15;

    @TempDir
    Path temporary;

    private @Nullable Process launched;

    @AfterEach
    void end_what_the_test_started() throws IOException {
        if (launched != null) {
            launched.destroyForcibly();
        }
        servers().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void killed_in_the_middle_of_a_test_it_leaves_nothing() throws Exception {
        Process process = running(RunForAWhile.Endless.class);
        assertThat(servers()).isNotEmpty();

        process.destroyForcibly();

        everythingVanishes();
    }

    @Test
    void interrupted_in_the_middle_of_a_test_it_leaves_nothing() throws Exception {
        Process process = running(RunForAWhile.Endless.class);

        process.destroy();

        everythingVanishes();
        assertThat(process.waitFor(SECONDS_TO_VANISH, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_failed_test_leaves_nothing_by_the_time_the_run_has_ended() throws Exception {
        Process process = running(RunForAWhile.Failing.class);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(servers()).isEmpty();
        assertThat(clusters()).isEmpty();
    }

    private Process running(Class<?> tests) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunForAWhile.class.getName(),
                        tests.getName())
                .redirectErrorStream(true)
                .start();
        launched = process;
        BufferedReader output = process.inputReader();
        StringBuilder printed = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals("running")) {
            printed.append(line).append('\n');
            line = output.readLine();
        }
        assertThat(line).as("the test runs; printed: " + printed).isNotNull();
        return process;
    }

    private void everythingVanishes() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_VANISH);
        while (!(servers().isEmpty() && clusters().isEmpty()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(servers()).as("processes left").isEmpty();
        assertThat(clusters()).as("data left").isEmpty();
    }

    /** {@return the processes whose working directory is below the run's temporary directory} */
    private List<Long> servers() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> workingDirectory(process).startsWith(temporary.toString()))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .toList();
        }
    }

    private static String workingDirectory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).toString();
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    private List<Path> clusters() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.filter(entry -> Files.exists(entry.resolve("data"))).toList();
        }
    }
}
