package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import java.sql.SQLException;

/** The watching of the sessions that migrate a database. */
public interface Observatory {
    /**
     * Begins to watch one phase.
     *
     * @param database the database that will be migrated
     * @param options what to watch
     * @return the observation; the caller closes it
     * @throws SQLException if the server fails
     */
    Observation begin(DatabaseAddress database, ObservationOptions options) throws SQLException;
}
