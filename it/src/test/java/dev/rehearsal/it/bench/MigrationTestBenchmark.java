package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What a test costs beyond the migration itself, on a history of 100 migrations, against what else one could do. After
 * each fifth of fifty tests the others do the same for the same version, so that each pair meets the same machine.
 */
@Tag("bench")
class MigrationTestBenchmark {
    private static final int EACH = 5;

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
                                    .selectors(selectClass(classes.loadClass("Fifty")))
                                    .configurationParameter("rehearsal.locations", history.location())
                                    .build(),
                            pairs.started());
            String table = pairs.table();
            System.out.println(table);
            Files.writeString(work.resolve("migration-test.txt"), table, StandardCharsets.UTF_8);
            assertThat(pairs.failures).isEmpty();
            assertThat(pairs.overClean.size()).isGreaterThanOrEqualTo(7);
        }
    }

    private static final class Pairs implements TestExecutionListener {
        private final Rivals rivals;
        private final boolean containers = Rivals.haveContainers();
        private final Spread ours = new Spread();
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
            double took = Rivals.millisSince(mark);
            int version = TestClass.FIRST + tests++;
            if (tests == 1) {
                once = took; // the server, and the stages of the 50 versions below
            } else if (tests % EACH == 0) {
                compare(version, took);
            }
            mark = System.nanoTime();
        }

        private void compare(int version, double took) {
            double[] flyway = rivals.cleanAndMigrate(version);
            double own = Math.max(1, took - flyway[1]);
            ours.add(took);
            beyond.add(own);
            clean.add(flyway[0]);
            overClean.add(flyway[0] / own);
            try {
                double clone = rivals.zonky();
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
                    "once per JVM: @MigrationTest %.0f ms (server, 50 migrations, seeded after each); zonky %.0f ms"
                            .formatted(once, rivals.zonkyOnce()),
                    "");
        }
    }
}
