package dev.rehearsal.mariadb.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes;
import dev.rehearsal.mariadb.sql.DataDefinition;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.schema.QualifiedName;
import java.util.Collection;
import java.util.Set;

/**
 * Ends sessions with KILL. Each definition commits once, at its end, so that none can be ended after a part of it. Stateless;
 * safe for use by threads.
 */
public final class MariaDbCrashes implements Crashes {
    /** What a transaction refuses that only reads. */
    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD");

    /** Makes one. */
    public MariaDbCrashes() {}

    @Override
    public Run undisturbed(DatabaseAddress database, String script) {
        return new EndedRun(database, script, null, false);
    }

    @Override
    public Run ended(DatabaseAddress database, CrashPoint point, Collection<QualifiedName> tables) {
        return new EndedRun(database, point.script(), point, false);
    }

    @Override
    public boolean canFail(String sql) {
        DataDefinition definition = DataDefinition.of(sql);
        return definition.possible() || DataDefinition.begins(sql, CHANGES);
    }

    @Override
    public Run failing(DatabaseAddress database, CrashPoint point) {
        return new EndedRun(database, point.script(), point, true);
    }
}
