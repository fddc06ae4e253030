package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Deployment;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies all that is selected in one run, as a deployment does. Each version alone has a session of its own; here a
 * temporary table, a setting, a search path or a lock that one of them leaves meets the next. What that changes is told by
 * applying them one by one to the same stage as well: nothing else differs, and no table is filled in between.
 *
 * @param seen what was seen of the one run
 * @param differences how its schema differs from the one that the versions lead to one by one; empty if either failed
 * @param failedAlone the version that fails one by one, too; null if none does
 */
public record DeploymentRehearsal(
        Deployment seen,
        List<SchemaDifference> differences,
        @Nullable Migration failedAlone) {
    public DeploymentRehearsal {
        differences = List.copyOf(differences);
    }

    /**
     * Rehearses it.
     *
     * @param runner a fresh one
     * @param migrations which, oldest first; more than one
     * @param stage at the version before the first of them; only copied
     * @param statementTimeout when a statement that does not end is cancelled
     * @return what was seen; null if our role may not take away what migrations leave beside databases
     * @throws SQLException if the server fails
     */
    public static @Nullable DeploymentRehearsal of(
            MigrationRunner runner, List<Migration> migrations, Stage stage, Duration statementTimeout)
            throws SQLException {
        Optional<Run> run =
                AheadOfTime.run(stage, migrations, copy -> together(runner, migrations, copy, statementTimeout));
        if (run.isEmpty()) {
            return null;
        }
        Run together = run.get();
        Deployment seen = Objects.requireNonNull(together.seen());
        boolean otherMoments = !runner.history().repeatables().isEmpty(); // one by one they run as soon as they fit
        if (otherMoments && together.schema() != null) {
            return new DeploymentRehearsal(seen, List.of(), null);
        }
        Run alone = AheadOfTime.run(stage, migrations, copy -> oneByOne(runner, migrations, copy, statementTimeout))
                .orElseThrow();
        List<SchemaDifference> differences = together.schema() == null || alone.schema() == null
                ? List.of()
                : SchemaComparison.differences(alone.schema(), together.schema());
        return new DeploymentRehearsal(seen, differences, alone.failed());
    }

    private static Run together(
            MigrationRunner runner, List<Migration> migrations, Stage copy, Duration statementTimeout)
            throws SQLException {
        ObservationOptions options = new ObservationOptions(
                true, null, statementTimeout, false, copy.pool().ignored());
        Deployment seen;
        try (Observation observation = copy.observe(options)) {
            RunFailure failure =
                    runner.up(observation.migrating(), migrations.get(migrations.size() - 1), observation.events());
            seen = new Deployment(migrations.stream().map(Migration::version).toList(), observation.finish(), failure);
        }
        return new Run(seen, seen.failure() == null ? copy.schema() : null, null);
    }

    private static Run oneByOne(
            MigrationRunner runner, List<Migration> migrations, Stage copy, Duration statementTimeout)
            throws SQLException {
        Migration failed = copy.apply(runner, migrations, statementTimeout);
        return new Run(null, failed == null ? copy.schema() : null, failed);
    }

    /** {@return why a migration failed in the one run, and only there; null if it did not, or was not reached} */
    public @Nullable RunFailure failureOf(Migration migration) {
        RunFailure failure = seen.failure();
        boolean here = failure != null && migration.script().name().equals(failure.script());
        return here && !migration.equals(failedAlone) ? failure : null;
    }

    /** One of the two ways: what was seen of it, if it was watched, where it led to, and where it ended before. */
    private record Run(
            @Nullable Deployment seen,
            @Nullable SchemaSnapshot schema,
            @Nullable Migration failed) {}
}
