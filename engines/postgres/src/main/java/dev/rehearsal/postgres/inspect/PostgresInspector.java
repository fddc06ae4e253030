package dev.rehearsal.postgres.inspect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Inspector;

/** Opens a PostgreSQL for reading. Stateless; safe for use by threads. */
public final class PostgresInspector implements Inspector {
    /** Makes one. */
    public PostgresInspector() {}

    @Override
    public Inspected open(DatabaseAddress database, Limits limits) {
        return new PostgresInspected(ReadOnlySource.of(database, limits), limits);
    }
}
