package dev.rehearsal.scenario;

import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A project of two versions or more, the last of which is rehearsed on a filled database. */
final class Play {
    static final VolumeProfile VOLUME = VolumeProfile.uniform(7, 60);

    private final Path base;
    private final VolumeProfile volume;
    private final String locations;

    Play(Path base) {
        this(base, VOLUME, "filesystem:db");
    }

    Play(Path base, VolumeProfile volume, String locations) {
        this.base = base;
        this.volume = volume;
        this.locations = locations;
    }

    Play script(String name, String text) throws IOException {
        Path folder = Files.createDirectories(base.resolve("db"));
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    /** {@return what was measured of the last version} */
    MigrationFacts perform(BiFunction<FlywayRunner, Progress, Scenario> scenario) throws SQLException {
        Outcome outcome = rehearse(scenario);
        if (outcome.stage() != null) {
            outcome.stage().close();
        }
        return outcome.facts();
    }

    /** {@return how the rehearsal of the last version went; the caller closes its stage} */
    Outcome rehearse(BiFunction<FlywayRunner, Progress, Scenario> scenario) throws SQLException {
        FlywayRunner runner = FlywayRunner.of(FlywayProject.at(base).withLocations(locations));
        String run = UUID.randomUUID().toString().substring(0, 8);
        StagePool pool =
                new StagePool(new TestServer(), new PostgresDialect(), runner.ownTables(), run, new AtomicInteger());
        List<Migration> migrations = runner.history().migrations();
        Stage stage = pool.empty();
        if (runner.up(stage.dataSource(), migrations.get(migrations.size() - 2), RunEvents.NONE) != null) {
            throw new IllegalStateException("the versions before cannot be applied");
        }
        stage.fill(volume, Progress.SILENT);
        Outcome outcome = new Roundtrip(
                        runner, Duration.ofMinutes(1), volume, List.of(scenario.apply(runner, Progress.SILENT)))
                .rehearse(migrations.get(migrations.size() - 1), stage);
        outcome.complete();
        return outcome;
    }

    static List<Finding> findings(MigrationFacts facts) {
        return new Judge(TestRules.POSTGRES, Budgets.DEFAULT).judge(facts).findings();
    }
}
