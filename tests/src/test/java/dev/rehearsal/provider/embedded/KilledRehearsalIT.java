package dev.rehearsal.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills whole rehearsals, spread over all that they do: while the server starts, tables are filled, migrations go up and
 * down, and while the other scenarios run; some at a time, each with servers of its own. {@code -Drehearsal.kills=80}
 * kills as many.
 */
class KilledRehearsalIT {
    private static final long SECONDS_TO_VANISH = 15;
    private static final long SECONDS_TO_END = 180;
    private static final int KILLS = Integer.getInteger("rehearsal.kills", 20);
    private static final int AT_A_TIME = 3;

    @TempDir
    Path temporary;

    private final Queue<Process> launched = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end_what_the_test_started() throws IOException {
        launched.forEach(Process::destroyForcibly);
        for (String pid : Processes.within(temporary)) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void wherever_a_rehearsal_is_killed_nothing_is_left() throws Exception {
        Path project = project();
        List<String> moments = moments(launch(project, server("undisturbed")));
        assertThat(moments).contains("starting PostgreSQL 18", "up", "down").hasSizeGreaterThan(20);
        List<Callable<List<String>>> kills = IntStream.range(0, KILLS)
                .mapToObj(i -> kill(project, moments, i))
                .toList();
        ExecutorService killers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            for (Future<List<String>> left : killers.invokeAll(kills)) {
                assertThat(left.get()).isEmpty();
            }
        } finally {
            killers.shutdownNow();
        }
    }

    /** {@return one of the kills, at its share of the moments}; every means comes again after four of them */
    private Callable<List<String>> kill(Path project, List<String> moments, int number) {
        int moment = 1 + number * (moments.size() - 1) / KILLS;
        Means means = Means.values()[number % Means.values().length];
        String what = means + " at " + moment + " of " + moments.size() + " (" + moments.get(moment - 1) + ")";
        return () -> {
            Path server = server("run-" + number);
            return kill(launch(project, server), moment, means, server, what);
        };
    }

    /** How something is killed. */
    private enum Means {
        TERMINATE_THE_JVM,
        KILL_THE_JVM,
        KILL_THE_SERVER,
        KILL_A_BACKEND
    }

    /** {@return what is left of it: processes after 15 s, directories after the next run has cleared} */
    private List<String> kill(Process process, int moment, Means means, Path server, String what) throws Exception {
        BufferedReader output = process.inputReader();
        for (int seen = 0; seen < moment; ) {
            String line = output.readLine();
            assertThat(line).as(what + ": it ended too early").isNotNull();
            seen += line.startsWith(RehearsalForAWhile.NEXT) ? 1 : 0;
        }
        strike(process, means, server);
        assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS))
                .as(what + ": it ends")
                .isTrue();
        List<String> left = new ArrayList<>();
        vanish(server).forEach(pid -> left.add(what + ": process " + pid));
        new AbandonedRuns(server).clear();
        try (Stream<Path> entries = Files.list(server)) {
            entries.forEach(entry -> left.add(what + ": " + entry));
        }
        System.out.println(what + ": left " + left.size());
        return left;
    }

    /** Before there is a server, or a session of it, what would kill it kills the JVM. */
    private static void strike(Process process, Means means, Path server) throws IOException {
        long postmaster = postmaster(server);
        List<ProcessHandle> backends = postmaster == 0
                ? List.of()
                : ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .toList();
        if (means == Means.TERMINATE_THE_JVM) {
            process.destroy();
        } else if (means == Means.KILL_A_BACKEND && !backends.isEmpty()) {
            backends.get(backends.size() - 1).destroyForcibly();
        } else if (means == Means.KILL_THE_SERVER && postmaster != 0) {
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        } else {
            process.destroyForcibly();
        }
    }

    private static long postmaster(Path server) throws IOException {
        try (Stream<Path> runs = Files.list(server)) {
            Path file = runs.map(run -> run.resolve("data/postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(null);
            return file == null
                    ? 0
                    : Long.parseLong(Files.readAllLines(file).get(0).strip());
        }
    }

    private static List<String> vanish(Path server) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_VANISH);
        while (!Processes.within(server).isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Processes.within(server);
    }

    private static List<String> moments(Process process) throws Exception {
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).as("what it said").contains("PASSED");
        return lines.stream()
                .filter(line -> line.startsWith(RehearsalForAWhile.NEXT))
                .map(line -> line.substring(RehearsalForAWhile.NEXT.length()))
                .toList();
    }

    private Path server(String name) throws IOException {
        return Files.createDirectories(temporary.resolve("servers").resolve(name));
    }

    private Path project() throws IOException {
        Path scripts = Files.createDirectories(temporary.resolve("project/src/main/resources/db/migration"));
        Files.writeString(temporary.resolve("project/flyway.conf"), "flyway.postgresql.transactional.lock=false\n");
        Files.writeString(scripts.resolve("V1__a.sql"), "CREATE TABLE users (id integer PRIMARY KEY, name text);");
        Files.writeString(scripts.resolve("U1__a.sql"), "DROP TABLE users;");
        Files.writeString(
                scripts.resolve("V2__b.sql"),
                "DROP INDEX CONCURRENTLY IF EXISTS users_name; CREATE INDEX CONCURRENTLY users_name ON users (name);");
        Files.writeString(scripts.resolve("V2__b.sql.conf"), "executeInTransaction=false");
        Files.writeString(scripts.resolve("U2__b.sql"), "DROP INDEX users_name;");
        return temporary.resolve("project");
    }

    private Process launch(Path project, Path server) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RehearsalForAWhile.class.getName(),
                        project.toString(),
                        server.toString())
                .redirectErrorStream(true)
                .start();
        launched.add(process);
        return process;
    }
}
