package dev.rehearsal;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.rule.Baseline;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.volume.VolumeProfile;
import java.time.Duration;

/**
 * What to rehearse, on what, and within which limits.
 *
 * @param runner applies and undoes the project's migrations
 * @param provider gives the server
 * @param dialect the server's engine
 * @param selector chooses which migrations
 * @param volume how many rows, and of what
 * @param budgets the limits
 * @param baseline what the project accepts of old
 * @param statementTimeout when a statement that does not end is cancelled
 * @param lockQueueHold how long a transaction stands in each migration's way; zero for not at all
 */
public record RehearsalOptions(
        MigrationRunner runner,
        DatabaseProvider provider,
        Dialect dialect,
        Selector selector,
        VolumeProfile volume,
        Budgets budgets,
        Baseline baseline,
        Duration statementTimeout,
        Duration lockQueueHold) {}
