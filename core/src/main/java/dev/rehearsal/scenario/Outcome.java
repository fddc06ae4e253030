package dev.rehearsal.scenario;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario leaves.
 *
 * @param facts what was measured
 * @param stage the stage at the migration's version, from which the next one starts; null if the up cannot be applied,
 *     so that nothing after it can be rehearsed
 * @param before the stage before the up, if the up could not be applied; null if it could
 * @param thrown what broke the scenario off, so that the facts are not all; null if nothing did
 */
public record Outcome(
        MigrationFacts facts,
        @Nullable Stage stage,
        @Nullable Stage before,
        @Nullable Throwable thrown) {
    /**
     * A scenario that came to its end.
     *
     * @param facts what was measured
     * @param stage the stage at the migration's version; null if the up cannot be applied
     */
    public Outcome(MigrationFacts facts, @Nullable Stage stage) {
        this(facts, stage, null, null);
    }

    /** {@return why the up could not be applied; null if it could, or nobody came to try} */
    public @Nullable RunFailure upFailure() {
        return facts.phase(Phase.UP).map(PhaseResult::failure).orElse(null);
    }

    /**
     * Throws what broke the scenario off, if anything did.
     *
     * @throws SQLException if the server failed
     */
    public void complete() throws SQLException {
        if (thrown instanceof SQLException failure) {
            throw failure;
        }
        if (thrown instanceof RuntimeException failure) {
            throw failure;
        }
        if (thrown instanceof Error failure) {
            throw failure;
        }
    }
}
