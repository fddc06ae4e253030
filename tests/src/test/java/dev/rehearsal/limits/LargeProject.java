package dev.rehearsal.limits;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.embedded.ClasspathBinaries;
import dev.rehearsal.provider.embedded.EmbeddedProvider;
import dev.rehearsal.report.Reports;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project that is rehearsed as a build rehearses it, on an embedded server of its own. */
record LargeProject(Path root) {
    /** So wide that the machine's load decides nothing. */
    private static final Budgets BUDGETS = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    LargeProject script(String name, String sql) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("db")).resolve(name + ".sql"), sql);
        return this;
    }

    /**
     * {@return the report, after all its files were written}
     *
     * @param data where the server keeps its data
     * @param rows of each table
     * @param from the first version to rehearse; null for all
     */
    RehearsalReport rehearse(Path data, long rows, @Nullable String from) throws IOException {
        return rehearse(data, rows, from, List.of(), CrashLimits.off("this is about size"));
    }

    /**
     * {@return the same with more scenarios}
     *
     * @param data where the server keeps its data
     * @param rows of each table
     * @param from the first version to rehearse; null for all
     * @param application the application's statements
     * @param crash how far crashes are rehearsed
     */
    RehearsalReport rehearse(
            Path data, long rows, @Nullable String from, List<ApplicationStatement> application, CrashLimits crash)
            throws IOException {
        return rehearse(data, VolumeProfile.uniform(42, rows), from, application, crash);
    }

    /**
     * {@return the same with a volume of its own}
     *
     * @param data where the server keeps its data
     * @param volume how many rows each table has
     */
    RehearsalReport rehearse(Path data, VolumeProfile volume) throws IOException {
        return rehearse(data, volume, null, List.of(), CrashLimits.off("this is about rows"));
    }

    private RehearsalReport rehearse(
            Path data,
            VolumeProfile volume,
            @Nullable String from,
            List<ApplicationStatement> application,
            CrashLimits crash)
            throws IOException {
        FlywayRunner runner = FlywayRunner.of(FlywayProject.at(root)
                .withSettings(Map.of("postgresql.transactional.lock", "false"))
                .withLocations("filesystem:db"));
        RehearsalReport report = new Rehearsal(
                        new RehearsalOptions(
                                runner,
                                new EmbeddedProvider(
                                                18,
                                                new ClasspathBinaries(getClass().getClassLoader()),
                                                data)
                                        .forTests(),
                                new PostgresDialect(),
                                Selector.range(from, null),
                                volume,
                                new Judge(TestRules.POSTGRES, BUDGETS),
                                Duration.ofMinutes(10),
                                Duration.ZERO,
                                application,
                                Duration.ofSeconds(5),
                                crash,
                                TestSearch.NONE),
                        Progress.SILENT,
                        Clock.systemUTC())
                .run();
        new Reports(Map.of(), root, null).writeAll(root.resolve("target"), report);
        return report;
    }
}
