package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Runs one phase of a migration under observation. */
final class PhaseRunner {
    private final MigrationRunner runner;

    PhaseRunner(MigrationRunner runner) {
        this.runner = runner;
    }

    PhaseResult run(Phase phase, Migration migration, Stage stage, ObservationOptions options) throws SQLException {
        try (Observation observation = stage.dialect().observatory().begin(stage.address(), options)) {
            RunFailure failure = step(phase, migration, observation);
            return new PhaseResult(phase, observation.finish(), failure);
        }
    }

    private @Nullable RunFailure step(Phase phase, Migration migration, Observation observation) {
        return switch (phase) {
            case UP, UP_AGAIN, UP_FINAL -> runner.up(observation.migrating(), migration, observation.events());
            case DOWN, DOWN_AFTER_USE -> runner.down(observation.migrating(), migration, observation.events());
        };
    }
}
