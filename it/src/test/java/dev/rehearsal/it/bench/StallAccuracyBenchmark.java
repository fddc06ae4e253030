package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.PhaseFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How near the canaries' worst stall is to the hold that it waited for, and that no lock stalls whom it lets pass. */
@Tag("bench")
class StallAccuracyBenchmark {
    private static final int EACH = Integer.getInteger("bench.holds", 25) / 5;
    private static final double[] HOLDS = {100, 300, 1000};
    private static final List<LockMode> MODES = Stream.of(
                    TableLockMode.ACCESS_EXCLUSIVE,
                    TableLockMode.SHARE_ROW_EXCLUSIVE,
                    TableLockMode.SHARE,
                    TableLockMode.SHARE_UPDATE_EXCLUSIVE)
            .map(TableLockMode::mode)
            .toList();

    private final StringBuilder table = new StringBuilder("%-26s %-8s %4s %8s %12s %12s %12s%n"
            .formatted("lock", "access", "n", "stalled", "|e| p50, ms", "|e| p95, ms", "|e| max, ms"));
    private int wrong;

    @Test
    void worst_stalls_against_the_holds_behind_them() throws Exception {
        Bench.assumeSelected("stalls");
        try (Watched server = Watched.start()) {
            for (LockMode mode : MODES) {
                List<PhaseFacts> phases = new ArrayList<>();
                for (double hold : HOLDS) {
                    for (int i = 0; i < EACH; i++) {
                        phases.add(hold(server, mode, hold));
                    }
                }
                tell(mode, Operation.SELECT, mode.blocksReads(), phases);
                tell(mode, Operation.UPDATE, mode.blocksWrites(), phases);
            }
        }
        table.append("asked for: within 10 ms\n");
        Watched.publish("stall-accuracy.txt", table.toString());
        assertThat(wrong).as("phases in which the wrong ones were stalled").isZero();
    }

    private static PhaseFacts hold(Watched server, LockMode mode, double millis) throws SQLException {
        try (Observation observation = server.watch(server.database("CREATE TABLE t (id int)"), "t")) {
            try (Connection connection = observation.migrating().getConnection()) {
                connection.setAutoCommit(false);
                Watched.tell(observation, connection, 1, "LOCK TABLE t IN " + mode.words() + " MODE");
                Watched.tell(observation, connection, 2, "SELECT pg_sleep(" + millis / 1000 + ")");
                connection.commit();
            }
            return observation.finish();
        }
    }

    private void tell(LockMode mode, Operation operation, boolean blocked, List<PhaseFacts> phases) {
        int stalled = 0;
        double[] errors = new double[phases.size()];
        for (int i = 0; i < errors.length; i++) {
            Stall stall = Objects.requireNonNull(phases.get(i).stalls()).stream()
                    .filter(s -> s.operation() == operation)
                    .findFirst()
                    .orElseThrow();
            stalled += stall.blocked() > 0 ? 1 : 0;
            wrong += stall.blocked() > 0 == blocked ? 0 : 1;
            errors[i] = blocked ? Math.abs(stall.worstMs() - held(phases.get(i), mode)) : 0;
        }
        Arrays.sort(errors);
        table.append(String.format(
                Locale.ROOT,
                "%-26s %-8s %4d %8d %12s %12s %12s%n",
                mode.words(),
                operation == Operation.SELECT ? "reads" : "writes",
                errors.length,
                stalled,
                blocked ? at(errors, 0.5) : "-",
                blocked ? at(errors, 0.95) : "-",
                blocked ? at(errors, 1) : "-"));
    }

    private static double held(PhaseFacts facts, LockMode mode) {
        return Objects.requireNonNull(facts.locks()).stream()
                .filter(lock ->
                        lock.relation().equals("public.t") && lock.mode().equals(mode))
                .mapToDouble(HeldLock::heldMs)
                .max()
                .orElse(0);
    }

    private static String at(double[] sorted, double part) {
        return String.format(Locale.ROOT, "%.1f", sorted[(int) Math.ceil(part * sorted.length) - 1]);
    }
}
