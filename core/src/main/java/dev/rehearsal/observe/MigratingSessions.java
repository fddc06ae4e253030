package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The sessions of a phase: those that our data source has opened, and those that a runner has told of.
 *
 * @param source our data source
 * @param activities what sessions do
 */
record MigratingSessions(MigratingSource source, Activities activities) {
    /** {@return those that can hold locks now} */
    List<RunSession> open() {
        Set<RunSession> all = new LinkedHashSet<>(source.sessions());
        all.addAll(activities.sessions());
        return new ArrayList<>(all);
    }
}
