package dev.rehearsal.postgres.watch;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.PhaseFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How well held locks are measured, against holds that the server itself times: from right after LOCK TABLE to a
 * deferred trigger inside COMMIT. Not run by default: {@code mvn test -Dtest=LockAccuracyBenchmark}.
 */
class LockAccuracyBenchmark {
    private static final double[] HOLDS = {0, 1, 2, 5, 10, 20, 50, 100, 500, 2000};
    private static final String SETUP = """
            CREATE TABLE t (id int); CREATE TABLE side (id int);
            CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS
                $$BEGIN PERFORM set_config('bench.until', extract(epoch FROM clock_timestamp())::text, false);
                RETURN NULL; END$$;
            CREATE CONSTRAINT TRIGGER stamp AFTER INSERT ON side DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION stamp()""";
    private static final String HOLD = """
            DO $$BEGIN LOCK TABLE t;
            PERFORM set_config('bench.from', extract(epoch FROM clock_timestamp())::text, false);
            INSERT INTO side VALUES (1); PERFORM pg_sleep(:seconds); END$$""";

    @Test
    void accuracy() throws SQLException {
        System.out.printf(
                "%-12s %-6s %5s %8s %8s %8s %8s %8s %9s%n",
                "mode", "cpu", "n", "missed", "in WAL", "err p50", "|e| p95", "|e| max", "contained");
        for (boolean busy : new boolean[] {false, true}) {
            List<Thread> burners = busy ? burn() : List.of();
            measure("transaction", busy, true);
            measure("autocommit", busy, false);
            burners.forEach(Thread::interrupt);
        }
    }

    private static void measure(String name, boolean busy, boolean transactional) throws SQLException {
        Map<Integer, Double> truth = new HashMap<>();
        PhaseFacts facts;
        try (Observation observation = Rehearsed.on(SETUP).begin()) {
            try (Connection connection = observation.migrating().getConnection()) {
                connection.setAutoCommit(!transactional);
                int line = 0;
                for (double hold : HOLDS) {
                    for (int i = 0; i < (hold >= 100 ? 5 : 25); i++) {
                        truth.put(++line, hold(observation, connection, line, hold));
                    }
                }
            }
            facts = observation.finish();
        }
        print(name, busy, truth, facts);
    }

    private static double hold(Observation observation, Connection connection, int line, double millis)
            throws SQLException {
        RunStatement told = new RunStatement("V1__bench.sql", line, "");
        observation.events().beforeStatement(told, connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(HOLD.replace(":seconds", String.valueOf(millis / 1000)));
            long before = System.nanoTime();
            observation.events().afterStatement(told, connection, false);
            double ours = 0;
            if (!connection.getAutoCommit()) {
                ours = (System.nanoTime() - before) / 1e6;
                connection.commit();
            }
            return truth(statement) - ours;
        }
    }

    private static double truth(Statement statement) throws SQLException {
        double held;
        try (ResultSet row = statement.executeQuery(
                "SELECT (current_setting('bench.until')::numeric - current_setting('bench.from')::numeric) * 1000")) {
            row.next();
            held = row.getDouble(1);
        }
        if (!statement.getConnection().getAutoCommit()) {
            statement.getConnection().commit();
        }
        return held;
    }

    private static void print(String name, boolean busy, Map<Integer, Double> truth, PhaseFacts facts) {
        Map<Integer, HeldLock> seen = new HashMap<>();
        for (HeldLock lock : Rehearsed.locks(facts)) {
            if (lock.relation().equals("public.t") && lock.mode() == LockMode.ACCESS_EXCLUSIVE && lock.line() != null) {
                seen.put(lock.line(), lock);
            }
        }
        for (double[] range : new double[][] {{0, 1}, {1, 10}, {10, 100}, {100, 5000}}) {
            Tally tally = new Tally();
            truth.forEach((line, held) -> {
                if (held >= range[0] && held < range[1]) {
                    tally.add(held, seen.get(line));
                }
            });
            tally.print(name + " " + (int) range[0] + "+", busy);
        }
        Tally all = new Tally();
        truth.forEach((line, held) -> all.add(held, seen.get(line)));
        all.print(name + " all", busy);
        facts.notMeasured().forEach(System.out::println);
    }

    private static List<Thread> burn() {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private static final class Tally {
        private final List<Double> errors = new ArrayList<>();
        private int all;
        private int missed;
        private int logged;
        private int contained;

        void add(double held, @Nullable HeldLock lock) {
            all++;
            if (lock == null) {
                missed++;
            } else if (lock.seen() == HeldLock.Seen.IN_WAL) {
                logged++;
            } else {
                errors.add(lock.heldMs() - held);
                if (held <= lock.heldMs() + 0.1 && held >= lock.heldMs() - lock.boundMs() - 0.3) {
                    contained++;
                }
            }
        }

        void print(String name, boolean busy) {
            double[] signed = errors.stream().mapToDouble(d -> d).sorted().toArray();
            double[] size = Arrays.stream(signed).map(Math::abs).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-6s %5d %8d %8d %8.2f %8.2f %8.2f %8.1f%%%n",
                    name,
                    busy ? "busy" : "idle",
                    all,
                    missed,
                    logged,
                    at(signed, 0.5),
                    at(size, 0.95),
                    at(size, 1),
                    100.0 * contained / Math.max(1, errors.size()));
        }

        private static double at(double[] sorted, double part) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
        }
    }
}
