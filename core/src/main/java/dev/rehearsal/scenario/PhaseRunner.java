package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs one phase of a migration under observation. */
final class PhaseRunner {
    private final MigrationRunner runner;

    PhaseRunner(MigrationRunner runner) {
        this.runner = runner;
    }

    PhaseResult run(Phase phase, Migration migration, Stage stage, ObservationOptions options) throws SQLException {
        return run(phase, migration, stage, options, Observation::events);
    }

    PhaseResult run(
            Phase phase,
            Migration migration,
            Stage stage,
            ObservationOptions options,
            Function<Observation, RunEvents> told)
            throws SQLException {
        try (Observation observation = stage.observe(options)) {
            PassingOver events = new PassingOver(told.apply(observation));
            RunFailure failure = step(phase, migration, observation.migrating(), events);
            PhaseFacts facts = observation.finish();
            return new PhaseResult(phase, facts.unmeasured(Unseen.of(facts, options)), failure, events.happened);
        }
    }

    private @Nullable RunFailure step(Phase phase, Migration migration, DataSource database, RunEvents events) {
        return switch (phase) {
            case UP, UP_AGAIN, UP_FINAL -> runner.up(database, migration, events);
            case DOWN, DOWN_AFTER_USE -> runner.down(database, migration, events);
        };
    }

    /** Hears that the runner has not run what it was asked for. */
    private static final class PassingOver extends PassedOn {
        private boolean happened;

        PassingOver(RunEvents events) {
            super(events);
        }

        @Override
        public void passedOver(String why) {
            happened = true;
            super.passedOver(why);
        }
    }
}
