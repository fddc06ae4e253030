package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Wire.Gate;
import dev.rehearsal.dialect.Wire.Listener;
import dev.rehearsal.dialect.Wire.Sent;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.postgres.wire.PostgresWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What it costs a foreign tool that its statements are seen on their way: psql straight to the server and through the gate,
 * in alternating pairs.
 */
@Tag("bench")
class WireBenchmark {
    private static final int STATEMENTS = Bench.size("statements", 3000);
    private static final int ROWS = Bench.size("rows", 1_000_000);

    @Test
    void psql_through_the_gate_and_straight() throws Exception {
        Bench.assumeSelected("wire");
        Path folder = Files.createDirectories(Path.of("target/bench/wire"));
        Path small = folder.resolve("small.sql");
        Files.writeString(small, "SELECT 1;\n".repeat(STATEMENTS));
        Path rows = folder.resolve("rows.txt");
        try (var out = Files.newBufferedWriter(rows)) {
            for (int i = 0; i < ROWS; i++) {
                out.write(i + "\tthe name of row " + i + "\n");
            }
        }
        Path copy = folder.resolve("copy.sql");
        Files.writeString(copy, "TRUNCATE t;\n\\copy t FROM '" + rows.toAbsolutePath() + "'\n");
        try (Watched server = Watched.start()) {
            String name = server.database("CREATE TABLE t (i int, name text)");
            String table = "%-52s %8s %8s %8s%n"
                            .formatted("through the gate / straight, n=" + Bench.pairs(), "median", "min", "max")
                    + row(STATEMENTS + " statements of one line (asked for: 1.30)", ratios(server, name, small))
                    + row("COPY of " + ROWS + " rows (asked for: 1.25)", ratios(server, name, copy));
            Watched.publish("wire.txt", table);
        }
    }

    private static double[] ratios(Watched server, String name, Path script) throws Exception {
        double[] ratios = new double[Bench.pairs()];
        try (Gate straight = new Straight(server, name);
                Gate gate = new PostgresWire().open(server.source(name), false, new Silent())) {
            seconds(gate, script);
            for (int i = 0; i < ratios.length; i++) {
                boolean first = i % 2 == 0;
                double one = seconds(first ? gate : straight, script);
                double two = seconds(first ? straight : gate, script);
                ratios[i] = first ? one / two : two / one;
            }
        }
        return ratios;
    }

    private static double seconds(Gate gate, Path script) throws Exception {
        return Bench.seconds(() -> psql(gate.environment(), script));
    }

    private static void psql(Map<String, String> environment, Path script) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/bench/wire/psql.txt").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static String row(String what, double[] ratios) {
        double[] sorted = Arrays.stream(ratios).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%-52s %8.3f %8.3f %8.3f   %s%n",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1],
                List.of(Arrays.stream(ratios)
                        .mapToObj(r -> String.format(Locale.ROOT, "%.3f", r))
                        .toArray()));
    }

    /** The server's own address. */
    private record Straight(Watched server, String name) implements Gate {
        @Override
        public Map<String, String> environment() {
            return server.environment(name);
        }

        @Override
        public Map<String, String> parts() {
            return Map.of();
        }

        @Override
        public boolean used() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Listens to nothing. */
    private static final class Silent implements Listener {
        @Override
        public void before(Sent sent, RunSession session) {}

        @Override
        public void after(Sent sent, RunSession session, @Nullable SQLException failure) {}

        @Override
        public void unseen(Sent sent) {}

        @Override
        public void closing(RunSession session, boolean closed) {}
    }
}
