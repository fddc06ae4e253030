package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.observe.WatchedPhase;
import java.sql.SQLException;

/**
 * Watches the migration of a PostgreSQL database from outside: its statements' times, its locks and waits, the
 * write-ahead log it writes, the tables it rewrites, and how long canaries wait for it. Needs no privilege; a superuser
 * sees more: rewritten tables, and locks shorter than a look. Stateless; safe for use by several threads.
 */
public final class PostgresObservatory implements Observatory {
    @Override
    public Observation begin(DatabaseAddress database, ObservationOptions options) throws SQLException {
        return WatchedPhase.begin(new PostgresWatching(database, options.ignored()), options);
    }
}
