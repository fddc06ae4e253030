package dev.rehearsal.junit.stage;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The step from one template to the next: a migration, and the filling of what it left empty. Not for several threads. */
final class TemplateStep {
    private final List<Migration> migrations;
    private final Runners runners;
    private final VolumeProfile volume;
    private final NavigableMap<Integer, StageException> failures = new TreeMap<>();

    TemplateStep(List<Migration> migrations, Runners runners, VolumeProfile volume) {
        this.migrations = migrations;
        this.runners = runners;
        this.volume = volume;
    }

    /** What failed at an earlier position fails at all later ones. */
    void refuseFailed(int position) {
        var failed = failures.floorEntry(position);
        if (failed != null) {
            throw failed.getValue();
        }
    }

    void take(Stage stage, int index) throws SQLException {
        Migration migration = migrations.get(index);
        RunFailure failure = runners.with(runner -> runner.up(stage.migrating(), migration, RunEvents.NONE));
        if (failure != null) {
            throw remembered(
                    index + 1,
                    "its up fails on a filled database: " + failure.message()
                            + ". Correct that migration, or the volume, first");
        }
        Filling filling = stage.fill(volume, Progress.SILENT);
        if (!filling.unfilled().isEmpty()) {
            throw remembered(
                    index + 1,
                    "after it, the stage cannot be filled: " + unfilled(filling)
                            + " Or leave the tables empty: @Rehearsal(rows = 0)");
        }
    }

    private StageException remembered(int position, String why) {
        Migration migration = migrations.get(position - 1);
        StageException failure = new StageException(
                "There is no stage above version " + migration.version() + " ("
                        + migration.script().name() + "): " + why + ".",
                null);
        failures.put(position, failure);
        return failure;
    }

    private static String unfilled(Filling filling) {
        return filling.unfilled().stream()
                .map(one -> one.what() + ": " + one.reason() + " " + one.remedy())
                .collect(Collectors.joining(" "));
    }
}
