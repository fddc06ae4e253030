package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import java.sql.SQLException;
import java.time.Duration;
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
}
