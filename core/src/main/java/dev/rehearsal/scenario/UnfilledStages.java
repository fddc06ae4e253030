package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes stages with no rows but those that migrations insert, in one run of the runner.
 *
 * @param pool makes the databases
 * @param runner applies the migrations
 */
public record UnfilledStages(StagePool pool, MigrationRunner runner) {
    /**
     * {@return a stage at a version; null if it cannot be reached so}
     *
     * @param target the version; null for none
     * @throws SQLException if the server fails
     */
    @Nullable
    public Stage at(@Nullable Migration target) throws SQLException {
        Stage stage = pool.prepared();
        if (target != null && runner.fresh().up(stage.migrating(), target, RunEvents.NONE) != null) {
            stage.close();
            return null;
        }
        return stage;
    }
}
