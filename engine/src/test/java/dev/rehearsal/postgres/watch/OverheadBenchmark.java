package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What watching costs the migration: wall time and the migrating backend's processor time, with and without, in
 * alternating pairs. Linux only. Not run by default: {@code mvn test -Dtest=OverheadBenchmark -Drows=1000000}.
 */
class OverheadBenchmark {
    private static final int PAIRS = Integer.getInteger("pairs", 15);
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final String[] MIGRATION = {
        "ALTER TABLE t ALTER id TYPE bigint",
        "UPDATE t SET name = name || 'x'",
        "CREATE INDEX t_id ON t (id)",
        "ALTER TABLE t ALTER id SET NOT NULL"
    };

    @Test
    void overhead() throws Exception {
        double[] wall = new double[PAIRS];
        double[] cpu = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            boolean first = i % 2 == 0;
            double[] one = run(first);
            double[] two = run(!first);
            double[] watched = first ? one : two;
            double[] plain = first ? two : one;
            wall[i] = watched[0] / plain[0];
            cpu[i] = watched[1] / plain[1];
        }
        print("wall", wall);
        print("cpu", cpu);
    }

    private static void print(String what, double[] ratios) {
        double[] sorted = DoubleStream.of(ratios).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s ratio watched/plain, %d rows, n=%d: median %.3f [%.3f, %.3f]%n",
                what,
                ROWS,
                PAIRS,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double[] run(boolean watched) throws Exception {
        DatabaseAddress address = TestPostgres.freshDatabase();
        TestPostgres.run(
                address,
                "CREATE TABLE t AS SELECT i AS id, 'name ' || i AS name FROM generate_series(1, " + ROWS + ") i;"
                        + " CHECKPOINT");
        try {
            if (!watched) {
                return migrate(TestPostgres.connect(address), null);
            }
            ObservationOptions options =
                    new ObservationOptions(true, List.of(Rehearsed.table("t")), Duration.ofMinutes(5), false, Set.of());
            try (Observation observation = new PostgresObservatory().begin(address, options)) {
                return migrate(observation.migrating(), observation);
            }
        } finally {
            String name = address.url().substring(address.url().lastIndexOf('/') + 1);
            TestPostgres.run(TestPostgres.address("postgres"), "DROP DATABASE " + name);
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
                    Rehearsed.run(observation, connection, i + 1, MIGRATION[i]);
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
