package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.it.MavenBuild;
import dev.rehearsal.it.bench.Figure.How;
import dev.rehearsal.it.bench.Figure.Subject;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.scenario.Outcome;
import dev.rehearsal.scenario.Roundtrip;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Up, down and up again of each of the shop's migrations, rehearsed and by itself: a pair for each, on equal data. */
@Tag("bench")
class ShopBenchmark {
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final int users = Bench.size("users", 10_000);
    private final Figure figure = new Figure(new Subject(
            "roundtrip",
            "up/down/up of the shop, %,d users, rehearsed".formatted(users),
            "the same by Flyway and its undo scripts, nothing measured",
            1.25,
            How.RATIO_OF_SECONDS));
    private String database = "";
    private double phases;
    private double plain;

    @Test
    void the_roundtrip_against_the_scripts_alone() throws Exception {
        Bench.assumeSelected("roundtrip");
        Path shop = Path.of(MavenBuild.property("it.samples"), "shop");
        Project project = Project.of(
                shop, Map.of("volume", "src/test/rehearsal/volume.yaml", "scale", Double.toString(users / 10_000.0)));
        MigrationRunner runner = project.project().runner();
        try (DatabaseServer server = Project.server()) {
            Stage stage = Project.pool(server, runner.ownTables()).empty();
            database = Machine.database(stage.dataSource(), "embedded");
            for (Migration migration : runner.history().migrations()) {
                stage = pair(migration, stage, runner, project.project().volume());
            }
        }
        figure.finish(
                database,
                Map.of(
                        "all migrations together",
                        String.format(Locale.ROOT, "%.2f ×", figure.ofSums()),
                        "the phases alone, observed, together",
                        String.format(Locale.ROOT, "%.2f ×", phases / plain)));
    }

    private Stage pair(Migration migration, Stage stage, MigrationRunner runner, VolumeProfile volume)
            throws Exception {
        double alone;
        try (Stage copy = stage.copy();
                Scripts scripts = new Scripts(copy, runner)) {
            alone = Bench.seconds(() -> scripts.upDownUp(migration));
        }
        Outcome[] outcome = new Outcome[1];
        double rehearsed = Bench.seconds(
                () -> outcome[0] = new Roundtrip(runner, TIMEOUT, volume, List.of()).rehearse(migration, stage));
        figure.add("V" + migration.version(), rehearsed, alone);
        plain += alone;
        for (PhaseResult phase : outcome[0].facts().phases()) {
            assertThat(phase.failure()).isNull();
            phases += phase.facts().durationMs() / 1000;
        }
        Stage next = Objects.requireNonNull(outcome[0].stage());
        next.fill(volume, Progress.SILENT);
        return next;
    }
}
