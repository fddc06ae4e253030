package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Databases.Newcomers;
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
import org.jspecify.annotations.Nullable;

/**
 * Applies all that is selected in one run, as a deployment does. Each version alone has a session of its own; here a
 * temporary table, a setting, a search path or a lock that one of them leaves meets the next.
 *
 * @param migrations which, oldest first
 * @param seen what was seen
 * @param schema what is defined afterwards; null if it failed
 */
public record DeploymentRehearsal(
        List<Migration> migrations,
        Deployment seen,
        @Nullable SchemaSnapshot schema) {
    public DeploymentRehearsal {
        migrations = List.copyOf(migrations);
    }

    /**
     * Rehearses it.
     *
     * @param runner a fresh one
     * @param migrations which, oldest first; more than one
     * @param stage at the version before the first of them; only copied
     * @param statementTimeout when a statement that does not end is cancelled
     * @return what was seen
     * @throws SQLException if the server fails
     */
    public static DeploymentRehearsal of(
            MigrationRunner runner, List<Migration> migrations, Stage stage, Duration statementTimeout)
            throws SQLException {
        ObservationOptions options = new ObservationOptions(
                true, null, statementTimeout, false, stage.pool().ignored());
        try (Stage copy = stage.copy()) {
            Newcomers newcomers = copy.newcomers();
            Deployment seen;
            try (Observation observation = copy.observe(options)) {
                RunFailure failure =
                        runner.up(observation.migrating(), migrations.get(migrations.size() - 1), observation.events());
                seen = new Deployment(
                        migrations.stream().map(Migration::version).toList(), observation.finish(), failure);
            }
            SchemaSnapshot schema = seen.failure() == null ? copy.schema() : null;
            newcomers.drop(copy.dataSource()); // each version is still to make its own
            return new DeploymentRehearsal(migrations, seen, schema);
        }
    }

    /** {@return why a migration failed here; null if it did not, or was not reached} */
    public @Nullable RunFailure failureOf(Migration migration) {
        RunFailure failure = seen.failure();
        return failure != null && migration.script().name().equals(failure.script()) ? failure : null;
    }

    /**
     * {@return how the schema differs from the one that the versions lead to one by one; empty if it failed}
     *
     * @param oneByOne that one
     */
    public List<SchemaDifference> differences(SchemaSnapshot oneByOne) {
        return schema == null ? List.of() : SchemaComparison.differences(oneByOne, schema);
    }
}
