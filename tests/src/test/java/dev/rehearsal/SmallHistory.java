package dev.rehearsal;

import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.RehearsalReport;
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
import java.util.List;

/** A history of a few scripts, rehearsed whole with 300 rows in each table; its budgets are patient unless others are given. */
final class SmallHistory {
    private static final Budgets PATIENT = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
    private final Path root;
    private final Budgets budgets;

    SmallHistory(Path root) {
        this(root, PATIENT);
    }

    SmallHistory(Path root, Budgets budgets) {
        this.root = root;
        this.budgets = budgets;
    }

    RehearsalReport rehearse() throws Exception {
        RehearsalOptions options = new RehearsalOptions(
                FlywayRunner.of(FlywayProject.at(root).withLocations("filesystem:db")),
                progress -> new SharedServer(),
                new PostgresDialect(),
                Selector.range(null, null),
                VolumeProfile.uniform(7, 300),
                new Judge(TestRules.POSTGRES, budgets),
                Duration.ofMinutes(5),
                Duration.ZERO,
                List.of(),
                Duration.ofSeconds(10),
                CrashLimits.of(0),
                TestSearch.NONE);
        return new Rehearsal(options, Progress.SILENT, Clock.systemUTC()).run();
    }

    void write(String name, String sql) throws Exception {
        Path file = root.resolve("db").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }
}
