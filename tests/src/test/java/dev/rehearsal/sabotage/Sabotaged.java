package dev.rehearsal.sabotage;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.testing.SharedServer;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A project of two versions, the second of which is rehearsed as a build does it, by parts that may be broken. */
final class Sabotaged {
    static final String BASE = """
            CREATE TABLE users (id int PRIMARY KEY, name text, note text NOT NULL);
            INSERT INTO users SELECT i, 'n' || i, 'x' FROM generate_series(1, 500) i;
            """;

    private final Path root;
    private Dialect dialect = new BrokenDialect();
    private UnaryOperator<MigrationRunner> runner = real -> real;
    private Budgets budgets = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));
    private Duration hold = Duration.ZERO;
    private CrashLimits crash = CrashLimits.off("this is about something else");

    private Sabotaged(Path root) {
        this.root = root;
    }

    static Sabotaged project(Path root, String up, String down) {
        return new Sabotaged(root)
                .file("db/V1__base.sql", BASE)
                .file("db/V2__change.sql", up)
                .file("db/U2__change.sql", down);
    }

    Sabotaged file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sabotaged without(String name) {
        try {
            Files.delete(root.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sabotaged by(Dialect broken) {
        dialect = broken;
        return this;
    }

    Sabotaged by(UnaryOperator<MigrationRunner> broken) {
        runner = broken;
        return this;
    }

    Sabotaged within(Budgets limits) {
        budgets = limits;
        return this;
    }

    Sabotaged behind(Duration reader) {
        hold = reader;
        return this;
    }

    Sabotaged killed() {
        crash = CrashLimits.of(3);
        return this;
    }

    RehearsalReport rehearse() {
        FlywayRunner real = FlywayRunner.of(FlywayProject.at(root)
                .withSettings(Map.of("postgresql.transactional.lock", "false"))
                .withLocations("filesystem:db"));
        RehearsalOptions options = new RehearsalOptions(
                runner.apply(real),
                progress -> new SharedServer(),
                dialect,
                Selector.range("2", null),
                VolumeProfile.uniform(42, 10),
                new Judge(TestRules.POSTGRES, budgets),
                Duration.ofMinutes(1),
                hold,
                application(),
                Duration.ofSeconds(5),
                crash,
                TestSearch.NONE);
        return new Rehearsal(options, Progress.SILENT, Clock.systemUTC()).run();
    }

    private List<ApplicationStatement> application() {
        Path folder = root.resolve("application");
        return Files.exists(folder) ? ApplicationFolder.read(folder, new PostgresLexer()) : List.of();
    }
}
