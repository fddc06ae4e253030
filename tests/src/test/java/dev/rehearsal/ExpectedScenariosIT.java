package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.testing.SharedServer;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was measured of a whole rehearsal, with one scenario at a time taken out of it as if it had been skipped. */
class ExpectedScenariosIT {
    private static final Budgets PATIENT = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    @TempDir
    private Path root;

    @Test
    void a_scenario_that_was_skipped_without_a_word_is_not_measured() throws Exception {
        RehearsalOptions options = options();
        MigrationFacts facts = new Rehearsal(options, Progress.SILENT, Clock.systemUTC())
                .run()
                .migrations()
                .get(0)
                .facts();
        ExpectedScenarios expected = new ExpectedScenarios(options);
        assertThat(expected.complete(facts)).isSameAs(facts);

        Map<String, UnaryOperator<MigrationFacts>> skipped = Map.of(
                "the rollback after use: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.AFTER_USE.of(f),
                "the lock queue: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.LOCK_QUEUE.of(f),
                "the old application: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.APPLICATION.of(f),
                "crashes: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.CRASH.of(f),
                "backfills: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.BACKFILL.of(f),
                "whether the down restores the schema: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.SCHEMA.of(f),
                "whether the down restores the data: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.DATA.of(f),
                "whether the second up gives the same schema: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.AGAIN.of(f),
                "the down: not rehearsed, and no reason is given, which is an error of Rehearsal",
                f -> Skipping.DOWN.of(f),
                "the lock queue: not rehearsed (no table is locked against readers), though the up locks [public.users]"
                        + " against readers",
                f -> Skipping.QUEUE_FINDS_NOTHING.of(f));
        skipped.forEach((words, skip) -> {
            MigrationFacts judged = expected.complete(skip.apply(facts));
            assertThat(judged.notMeasured()).as(words).contains(words);
            assertThat(new Judge(TestRules.POSTGRES, PATIENT).judge(judged).verdict())
                    .isEqualTo(Verdict.INCOMPLETE);
        });
    }

    private enum Skipping {
        AFTER_USE,
        LOCK_QUEUE,
        APPLICATION,
        CRASH,
        BACKFILL,
        SCHEMA,
        DATA,
        AGAIN,
        DOWN,
        QUEUE_FINDS_NOTHING;

        MigrationFacts of(MigrationFacts f) {
            return new MigrationFacts(
                    f.migration(),
                    new Measured(
                            this == DOWN ? f.phases().subList(0, 1) : f.phases(),
                            new RoundtripChecks(
                                    this == SCHEMA ? null : f.schemaAfterDown(),
                                    this == DATA ? null : f.dataAfterDown(),
                                    this == AGAIN ? null : f.schemaAfterUpAgain()),
                            new ScenarioChecks(
                                    this == AFTER_USE ? null : f.afterUse(),
                                    queue(f),
                                    this == APPLICATION ? null : f.application(),
                                    this == CRASH ? null : f.crash(),
                                    f.halfApplied(),
                                    this == BACKFILL ? null : f.backfill()),
                            f.tables(),
                            f.tablesAfterUp()),
                    f.hangs(),
                    f.notMeasured(),
                    f.tested(),
                    f.failedUps(),
                    f.deployedTogether());
        }

        private @Nullable LockQueueCheck queue(MigrationFacts f) {
            if (this == QUEUE_FINDS_NOTHING) {
                return LockQueueCheck.skipped("no table is locked against readers");
            }
            return this == LOCK_QUEUE ? null : f.lockQueue();
        }
    }

    private RehearsalOptions options() throws Exception {
        write("db/V1__base.sql", "CREATE TABLE users (id int PRIMARY KEY, name text);");
        write("db/V2__change.sql", "SET LOCAL lock_timeout = '200ms'; ALTER TABLE users ADD COLUMN age int;");
        write("db/U2__change.sql", "SET LOCAL lock_timeout = '200ms'; ALTER TABLE users DROP COLUMN age;");
        write("application/users.sql", "SELECT name FROM users WHERE id = :id;");
        FlywayRunner runner = FlywayRunner.of(FlywayProject.at(root)
                .withSettings(Map.of("postgresql.transactional.lock", "false"))
                .withLocations("filesystem:db"));
        return new RehearsalOptions(
                runner,
                progress -> new SharedServer(),
                new PostgresDialect(),
                Selector.range("2", null),
                VolumeProfile.uniform(42, 10),
                new Judge(TestRules.POSTGRES, PATIENT),
                Duration.ofMinutes(1),
                Duration.ofMillis(500),
                ApplicationFolder.read(root.resolve("application"), new PostgresLexer()),
                Duration.ofSeconds(5),
                CrashLimits.of(2),
                TestSearch.NONE);
    }

    private void write(String name, String text) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
