package dev.rehearsal.mariadb.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.observe.WatchedPhase;
import java.sql.SQLException;

/**
 * Watches the migration of a MariaDB database from outside: its statements' times, its metadata locks and waits, the redo
 * log it writes, the tables it writes anew, and how long canaries wait for it. Stateless; safe for use by several threads.
 */
public final class MariaDbObservatory implements Observatory {
    /** Makes one. */
    public MariaDbObservatory() {}

    @Override
    public Observation begin(DatabaseAddress database, ObservationOptions options) throws SQLException {
        return WatchedPhase.begin(new MariaDbWatching(database, options.ignored()), options);
    }
}
