package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Undoes one version: a second Flyway takes the undo script for a migration that comes after the version, and notes it in
 * the project's own history, as Flyway's commercial editions do. Then that note, the version and the repeatables that ran
 * after it leave the history, as if never applied. Nothing is created or dropped for it: an event trigger of the project
 * might forbid that, or keep a record of it.
 */
final class DownRun {
    /** What makes a version the next one after another. */
    private static final String NEXT = ".0.0.0.1";

    private final ScannedHistory history;
    private final ResourceProvider resources;
    private final HistoryTable table;
    private final Flyway flyway;
    private final boolean transactionalLock;
    private final StatementProbe probe = new StatementProbe();

    DownRun(FluentConfiguration undo, ScannedHistory history, ResourceProvider resources, HistoryTable table) {
        this.history = history;
        this.resources = resources;
        this.table = table;
        this.flyway = undo.load();
        this.transactionalLock = table.engine().locksInTransaction(undo);
        Flyways.configuration(flyway).setCallbacks(probe.callbacks().toArray(Callback[]::new));
    }

    @Nullable
    RunFailure run(DataSource database, MigrationVersion version, RunEvents events) {
        ScannedFile undo = history.undos().get(version);
        if (undo == null || !(undo.resource() instanceof TextResource text)) {
            throw new IllegalArgumentException("Version " + version + " has no undo script");
        }
        probe.listen(events, List.of(undo));
        show(database, undo, text);
        try {
            if (flyway.migrate().migrationsExecuted != 1) {
                forget(database, version, false);
                return Failures.passedOver(undo);
            }
        } catch (FlywayException e) {
            forget(database, version, false);
            return new Failures(List.of(undo)).of(e);
        }
        forget(database, version, true);
        return null;
    }

    private void show(DataSource database, ScannedFile undo, TextResource text) {
        ClassicConfiguration configuration = Flyways.configuration(flyway);
        List<LoadableResource> scripts = new ArrayList<>(UndoCallbacks.of(history.callbacks()));
        scripts.add(text.named(configuration.getSqlMigrationPrefix()
                + next(undo.versioned())
                + configuration.getSqlMigrationSeparator()
                + undo.description()
                + configuration.getSqlMigrationSuffixes()[0]));
        table.engine().lockInTransaction(configuration, transactionalLock && undo.transactional());
        configuration.setDataSource(database);
        configuration.setResourceProvider(new VisibleResources(scripts, resources));
        configuration.setJavaMigrationClassProvider(Flyways.classes(List.of()));
    }

    private static MigrationVersion next(MigrationVersion version) {
        return MigrationVersion.fromVersion(version + NEXT);
    }

    /** Takes the note of the undo out of the history, and with it the version, if that is undone. */
    private void forget(DataSource database, MigrationVersion version, boolean undone) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            List<Integer> ranks = ranks(table.rows(connection), version, undone);
            if (!ranks.isEmpty()) {
                table.remove(connection, ranks);
            }
        } catch (SQLException e) {
            throw new FlywayException("Cannot correct " + table.name() + " after an undo: " + e.getMessage(), e);
        }
    }

    private static List<Integer> ranks(List<HistoryTable.Row> rows, MigrationVersion version, boolean undone) {
        List<Integer> ranks = new ArrayList<>();
        for (HistoryTable.Row row : rows) {
            boolean repeatable = row.version() == null && !row.type().equals("SCHEMA");
            boolean note = row.is(next(version));
            if (note || (undone && (row.is(version) || (repeatable && !ranks.isEmpty())))) {
                ranks.add(row.rank());
            }
        }
        return ranks;
    }
}
