package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What watching costs the migration: wall time and the migrating backend's processor time, with and without observer and
 * canaries, in alternating pairs. Linux only: it reads {@code /proc}.
 */
@Tag("bench")
class OverheadBenchmark {
    private static final int PAIRS = Integer.getInteger("bench.pairs", 15);
    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final String[] MIGRATION = {
        "ALTER TABLE t ALTER id TYPE bigint",
        "UPDATE t SET name = name || 'x'",
        "CREATE INDEX t_id ON t (id)",
        "ALTER TABLE t ALTER id SET NOT NULL"
    };

    @Test
    void the_same_migration_watched_and_not() throws Exception {
        Bench.assumeSelected("overhead");
        double[] wall = new double[PAIRS];
        double[] cpu = new double[PAIRS];
        try (Watched server = Watched.start()) {
            run(server, true);
            for (int i = 0; i < PAIRS; i++) {
                boolean first = i % 2 == 0;
                double[] one = run(server, first);
                double[] two = run(server, !first);
                double[] watched = first ? one : two;
                double[] plain = first ? two : one;
                wall[i] = watched[0] / plain[0];
                cpu[i] = watched[1] / plain[1];
            }
        }
        String table = "%-44s %8s %14s %8s %8s%n"
                        .formatted(
                                "watched / not watched, " + ROWS + " rows, n=" + PAIRS,
                                "median",
                                "with 95 % in",
                                "min",
                                "max")
                + row("migrating backend's processor time", "1.02", cpu)
                + row("wall time", "1.05", wall);
        Watched.publish("overhead.txt", table);
        assertThat(DoubleStream.of(cpu).allMatch(ratio -> ratio > 0)).isTrue();
    }

    /** The machine's own noise is larger than what is asked for, so the table says how sure its median is. */
    private static String row(String what, String asked, double[] ratios) {
        double[] sorted = DoubleStream.of(ratios).sorted().toArray();
        int last = sorted.length - 1;
        int outside = (int) Math.max(0, Math.floor((sorted.length - 1.96 * Math.sqrt(sorted.length)) / 2));
        return String.format(
                Locale.ROOT,
                "%-44s %8.3f %6.3f - %5.3f %8.3f %8.3f%n",
                what + " (asked for: " + asked + ")",
                sorted[sorted.length / 2],
                sorted[outside],
                sorted[last - outside],
                sorted[0],
                sorted[last]);
    }

    private static double[] run(Watched server, boolean watched) throws SQLException, IOException {
        String name = server.database("CREATE TABLE t AS SELECT i AS id, 'name ' || i AS name FROM generate_series(1, "
                + ROWS + ") i; CHECKPOINT");
        try {
            if (!watched) {
                return migrate(server.source(name), null);
            }
            try (Observation observation = server.watch(name, "t")) {
                return migrate(observation.migrating(), observation);
            }
        } finally {
            server.drop(name);
        }
    }

    private static double[] migrate(DataSource source, @Nullable Observation observation)
            throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            int pid = pid(statement);
            connection.setAutoCommit(false);
            double cpu = ticks(pid);
            long start = System.nanoTime();
            for (int i = 0; i < MIGRATION.length; i++) {
                if (observation == null) {
                    statement.execute(MIGRATION[i]);
                } else {
                    Watched.tell(observation, connection, i + 1, MIGRATION[i]);
                }
            }
            connection.commit();
            return new double[] {System.nanoTime() - start, ticks(pid) - cpu};
        }
    }

    private static int pid(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static double ticks(int pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }
}
