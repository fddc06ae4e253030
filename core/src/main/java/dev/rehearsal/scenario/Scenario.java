package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A scenario that follows a roundtrip, on copies of its stages. */
public interface Scenario {
    /**
     * Rehearses, or begins what mostly waits, so that others go on meanwhile.
     *
     * @param course the roundtrip
     * @return what is still going on; the caller waits for it
     * @throws SQLException if the server fails
     */
    Pending begin(Course course) throws SQLException;

    /** What goes on by itself. */
    @FunctionalInterface
    interface Pending {
        /** Nothing. */
        Pending NOTHING = () -> {};

        /**
         * Waits for its end, adds what was measured to the facts, and leaves nothing running.
         *
         * @throws SQLException if the server fails
         */
        void end() throws SQLException;
    }

    /**
     * How a roundtrip went whose first up succeeded.
     *
     * @param migration which
     * @param before the stage before the up
     * @param after the stage after the up; null if the roundtrip did not lead back to it
     * @param facts what was measured, to be added to
     * @param watchlist what the roundtrip has touched
     * @param schemas what it has read of both stages' definitions
     */
    record Course(
            Migration migration,
            Stage before,
            @Nullable Stage after,
            MigrationFactsBuilder facts,
            Watchlist watchlist,
            StageSchemas schemas) {}
}
