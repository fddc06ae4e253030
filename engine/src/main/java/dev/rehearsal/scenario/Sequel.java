package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A scenario that follows a roundtrip, on copies of its stages. */
public interface Sequel {
    /**
     * Rehearses.
     *
     * @param course the roundtrip
     * @throws SQLException if the server fails
     */
    void rehearse(Course course) throws SQLException;

    /**
     * How a roundtrip went whose first up succeeded.
     *
     * @param migration which
     * @param before the stage before the up
     * @param after the stage after the up; null if the roundtrip did not lead back to it
     * @param facts what was measured, to be added to
     * @param watchlist what the roundtrip has touched
     */
    record Course(
            Migration migration,
            Stage before,
            @Nullable Stage after,
            MigrationFactsBuilder facts,
            Watchlist watchlist) {}
}
