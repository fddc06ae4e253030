package dev.rehearsal.junit.stage;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.StageHouse;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a history as templates: rung n has the first n migrations applied, and after each of them what it left
 * empty was filled, as production fills while it grows. A rung is built from the nearest one below it, always by the
 * same steps, so that it is the same whichever test asks first.
 */
final class Ladder implements AutoCloseable {
    private final List<Migration> migrations;
    private final Supplier<MigrationRunner> runners;
    private final VolumeProfile volume;
    private final StageHouse house;
    private final Cleaner cleaner;
    private final NavigableMap<Integer, Stage> rungs = new TreeMap<>();
    private final Map<Integer, StageException> failures = new HashMap<>();

    Ladder(
            List<Migration> migrations,
            Supplier<MigrationRunner> runners,
            VolumeProfile volume,
            StageHouse house,
            Cleaner cleaner) {
        this.migrations = migrations;
        this.runners = runners;
        this.volume = volume;
        this.house = house;
        this.cleaner = cleaner;
    }

    Stage copyOfRung(int rung) {
        Stage template = rung(rung);
        try {
            return template.copy();
        } catch (SQLException e) {
            throw new StageException("The stage cannot be copied: " + e.getMessage(), e);
        }
    }

    private synchronized Stage rung(int rung) {
        Stage known = rungs.get(rung);
        if (known != null) {
            return known;
        }
        Map.Entry<Integer, StageException> failed = nearestFailure(rung);
        if (failed != null) {
            throw failed.getValue();
        }
        Stage built = build(rung);
        rungs.put(rung, built);
        return built;
    }

    /** What failed on a lower rung fails on all above it. */
    private Map.@Nullable Entry<Integer, StageException> nearestFailure(int rung) {
        return failures.entrySet().stream()
                .filter(failure -> failure.getKey() <= rung)
                .findFirst()
                .orElse(null);
    }

    private Stage build(int rung) {
        Map.Entry<Integer, Stage> below = rungs.floorEntry(rung);
        int from = below == null ? 0 : below.getKey();
        try {
            Stage stage = below == null ? house.empty() : below.getValue().copy();
            climb(stage, from, rung);
            return stage;
        } catch (SQLException e) {
            throw new StageException("The stage cannot be built: the database failed: " + e.getMessage(), e);
        }
    }

    private void climb(Stage stage, int from, int to) throws SQLException {
        try {
            for (int next = from; next < to; next++) {
                step(stage, next);
            }
        } catch (SQLException | RuntimeException e) {
            cleaner.drop(stage);
            throw e;
        }
    }

    private void step(Stage stage, int index) throws SQLException {
        Migration migration = migrations.get(index);
        RunFailure failure = runners.get().up(stage.dataSource(), migration, RunEvents.NONE);
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

    private StageException remembered(int rung, String why) {
        Migration migration = migrations.get(rung - 1);
        StageException failure = new StageException(
                "There is no stage above version " + migration.version() + " ("
                        + migration.script().name() + "): " + why + ".",
                null);
        failures.put(rung, failure);
        return failure;
    }

    private static String unfilled(Filling filling) {
        return filling.unfilled().stream()
                .map(one -> one.what() + ": " + one.reason() + " " + one.remedy())
                .collect(Collectors.joining(" "));
    }

    @Override
    public synchronized void close() {
        rungs.values().forEach(cleaner::drop);
        rungs.clear();
    }
}
