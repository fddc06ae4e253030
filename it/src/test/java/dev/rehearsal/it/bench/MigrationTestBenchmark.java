package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.management.ManagementFactory;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a test costs beyond the migration itself, on a history of 100 migrations, against what else one could do. After
 * each five of fifty tests the others do the same for the same versions, so that each pair meets the same machine. Five
 * tests are over when nothing is being made ahead for the next ones and nothing is being dropped: no work of ours is left
 * to the others' time. {@code -Dbench.history=40 -Dbench.tests=18 -Dbench.each=3} is a smaller one.
 */
@Tag("bench")
class MigrationTestBenchmark {
    private static final int EACH = Integer.getInteger("bench.each", 5);

    @Test
    void a_stage_per_test_against_its_rivals() throws Exception {
        Bench.assumeSelected("junit");
        Path work = Path.of("target", "bench").toAbsolutePath();
        History history = History.write(work.resolve("history"));
        try (Rivals rivals = new Rivals(history);
                URLClassLoader classes = TestClass.compile(work.resolve("classes"))) {
            Pairs pairs = new Pairs(rivals);
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(classes.loadClass("Migrations")))
                                    .configurationParameter("rehearsal.locations", history.location())
                                    .build(),
                            pairs.started());
            String table = pairs.table();
            System.out.println(table);
            Files.writeString(work.resolve("migration-test.txt"), table, StandardCharsets.UTF_8);
            assertThat(pairs.failures).isEmpty();
            assertThat(pairs.overClean.size()).isGreaterThanOrEqualTo(TestClass.TESTS / EACH - 1);
        }
    }

    private static final class Pairs implements TestExecutionListener {
        private final Rivals rivals;
        private final boolean containers = !Boolean.getBoolean("bench.noContainers") && Rivals.haveContainers();
        private final Spread ours = new Spread();
        private final Spread step = new Spread();
        private final Spread beyond = new Spread();
        private final Spread clean = new Spread();
        private final Spread container = new Spread();
        private final Spread zonky = new Spread();
        private final Spread overClean = new Spread();
        private final Spread overContainer = new Spread();
        private final Spread overZonky = new Spread();
        private final List<String> failures = new ArrayList<>();
        private double once;
        private int tests;
        private long mark;

        Pairs(Rivals rivals) {
            this.rivals = rivals;
        }

        Pairs started() {
            mark = System.nanoTime();
            return this;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> failures.add(failure.toString()));
            if (!test.isTest()) {
                return;
            }
            if (tests == 0) {
                once = Rivals.millisSince(mark); // the server, and the stages of the versions below
            }
            tests++;
            if (tests % EACH == 0) {
                await("rehearsal-stages", "rehearsal-cleaner");
                if (tests > EACH) {
                    compare(TestClass.FIRST + tests - EACH, Rivals.millisSince(mark) / EACH);
                }
                mark = System.nanoTime();
            }
        }

        /** Waits for threads of ours that work behind the tests' back. */
        private static void await(String... names) {
            while (Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> List.of(names).contains(thread.getName()))
                    .anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
                LockSupport.parkNanos(500_000);
            }
        }

        private void compare(int version, double took) {
            double[] flyway = rivals.cleanAndMigrate(version, EACH);
            double own = Math.max(1, took - flyway[1]);
            ours.add(took);
            step.add(flyway[1]);
            beyond.add(own);
            clean.add(flyway[0]);
            overClean.add(flyway[0] / own);
            try {
                double clone = rivals.zonky(EACH);
                zonky.add(clone);
                overZonky.add(clone / own);
            } catch (SQLException e) {
                failures.add(e.toString());
            }
            if (containers) {
                double started = rivals.container(version);
                container.add(started);
                overContainer.add(started / own);
            }
        }

        String table() {
            return String.join(
                    "\n",
                    "%-58s %9s %9s %9s".formatted("per test, beyond the migration itself", "median", "min", "max"),
                    beyond.row("@MigrationTest: seeded, stepped to N-1", "ms"),
                    clean.row("(a) Flyway clean + migrate to N-1", "ms"),
                    container.row("(b) new container per class + migrate to N-1", "ms"),
                    zonky.row("(c) zonky's database per test, at the last version", "ms"),
                    overClean.row("ratio (a) / @MigrationTest", "x"),
                    overContainer.row("ratio (b) / @MigrationTest", "x"),
                    overZonky.row("ratio (c) / @MigrationTest", "x"),
                    "",
                    ours.row("@MigrationTest, the migration and its watching included", "ms"),
                    step.row("the migration itself, by Flyway alone", "ms"),
                    "once per JVM: @MigrationTest %.0f ms (server, %d migrations, seeded after each); zonky %.0f ms"
                            .formatted(once, TestClass.FIRST - 1, rivals.zonkyOnce()),
                    "load of the machine: %.1f on %d processors"
                            .formatted(
                                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                    Runtime.getRuntime().availableProcessors()),
                    "");
        }
    }
}
