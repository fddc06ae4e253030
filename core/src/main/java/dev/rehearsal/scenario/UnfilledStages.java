package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.Script;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes stages with no rows but those that migrations insert, in one run of the runner.
 *
 * @param pool makes the databases
 * @param runner applies the migrations
 * @param statementTimeout when a statement that does not end is cancelled
 */
public record UnfilledStages(StagePool pool, MigrationRunner runner, Duration statementTimeout) {
    /**
     * {@return a stage at a version; null if it cannot be reached so}
     *
     * @param target the version; null for none
     * @throws SQLException if the server fails
     */
    @Nullable
    public Stage at(@Nullable Migration target) throws SQLException {
        Stage stage = pool.prepared();
        if (target != null && stage.apply(runner.fresh(), List.of(target), statementTimeout) != null) {
            stage.close();
            return null;
        }
        return stage;
    }

    /**
     * {@return the repeatable scripts without which a migration goes up by itself; none if it does not}
     *
     * @param migration which
     * @param previous the one before it; null if it is the first
     * @throws SQLException if the server fails
     */
    List<Script> inItsWay(Migration migration, @Nullable Migration previous) throws SQLException {
        List<Script> all = runner.history().repeatables();
        if (all.isEmpty() || !goesUpWithout(all, migration, previous)) {
            return List.of();
        }
        List<Script> alone = new ArrayList<>();
        for (Script one : all) {
            if (all.size() > 1 && goesUpWithout(List.of(one), migration, previous)) {
                alone.add(one);
            }
        }
        return alone.isEmpty() ? all : alone;
    }

    private boolean goesUpWithout(List<Script> scripts, Migration migration, @Nullable Migration previous)
            throws SQLException {
        MigrationRunner without = runner.without(scripts).orElse(null);
        if (without == null) {
            return false;
        }
        try (Stage stage = new UnfilledStages(pool, without, statementTimeout).at(previous)) {
            return stage != null && without.up(stage.migrating(), migration, RunEvents.NONE) == null;
        }
    }

    /**
     * {@return whether a migration fails in the same way where only migrations have inserted rows}
     *
     * @param migration which
     * @param previous the one before it; null if it is the first
     * @param failure how it failed on filled tables
     * @throws SQLException if the server fails
     */
    boolean failsThere(Migration migration, @Nullable Migration previous, RunFailure failure) throws SQLException {
        try (Stage stage = at(previous)) {
            RunFailure there = stage == null ? null : runner.fresh().up(stage.migrating(), migration, RunEvents.NONE);
            return there != null
                    && there.kind() == failure.kind()
                    && there.fault().concerned().equals(failure.fault().concerned());
        }
    }
}
