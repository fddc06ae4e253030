package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.schema.QualifiedName;
import java.util.Collection;

/** Ends sessions with {@code pg_terminate_backend}. Stateless; safe for use by threads. */
public final class PostgresCrashes implements Crashes {
    /** Makes one. */
    public PostgresCrashes() {}

    @Override
    public Run undisturbed(DatabaseAddress database, String script) {
        return new UndisturbedRun(database, script);
    }

    @Override
    public Run ended(DatabaseAddress database, CrashPoint point, Collection<QualifiedName> tables) {
        return new EndedRun(database, point, tables);
    }
}
