package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/**
 * Undoes one version: a second Flyway, with a history table of its own for the time being, takes the undo script for a
 * migration. Then the version and the repeatables that ran after it leave the real history, as if never applied.
 */
final class DownRun {
    private final ScannedHistory history;
    private final ResourceProvider resources;
    private final HistoryTable table;
    private final HistoryTable privateTable;
    private final Flyway flyway;
    private final boolean transactionalLock;
    private final StatementProbe probe = new StatementProbe();

    DownRun(FluentConfiguration undo, ScannedHistory history, ResourceProvider resources, HistoryTable table) {
        this.history = history;
        this.resources = resources;
        this.table = table;
        this.privateTable = new HistoryTable(new QualifiedName(table.name().schema(), undo.getTable()));
        this.flyway = undo.load();
        this.transactionalLock = undo.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .isTransactionalLock();
        Flyways.configuration(flyway).setCallbacks(probe.callbacks().toArray(Callback[]::new));
    }

    HistoryTable privateTable() {
        return privateTable;
    }

    @Nullable
    RunFailure run(DataSource database, MigrationVersion version, RunEvents events) {
        ScannedFile undo = history.undos().get(version);
        if (undo == null) {
            throw new IllegalArgumentException("Version " + version + " has no undo script");
        }
        probe.listen(events, List.of(undo));
        show(database, undo);
        try {
            if (flyway.migrate().migrationsExecuted != 1) {
                forget(database, null);
                return Failures.passedOver(undo);
            }
        } catch (FlywayException e) {
            forget(database, null);
            return new Failures(List.of(undo)).of(e);
        }
        forget(database, version);
        return null;
    }

    private void show(DataSource database, ScannedFile undo) {
        ClassicConfiguration configuration = Flyways.configuration(flyway);
        List<LoadableResource> scripts = new ArrayList<>(UndoCallbacks.of(history.callbacks()));
        scripts.add(aboveBaseline(undo));
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(transactionalLock && undo.transactional());
        configuration.setDataSource(database);
        configuration.setResourceProvider(new VisibleResources(scripts, resources));
        configuration.setJavaMigrationClassProvider(Flyways.classes(List.of()));
    }

    /** The private history begins at version 0, so that a script of that version needs another name for the moment. */
    private LoadableResource aboveBaseline(ScannedFile undo) {
        if (!(undo.resource() instanceof TextResource text)) {
            return Objects.requireNonNull(undo.resource());
        }
        Configuration names = flyway.getConfiguration();
        return undo.versioned().isNewerThan(names.getBaselineVersion())
                ? text
                : text.named(names.getSqlMigrationPrefix() + "1" + names.getSqlMigrationSeparator() + undo.description()
                        + names.getSqlMigrationSuffixes()[0]);
    }

    /** Drops the private table, and takes an undone version out of the real one. */
    private void forget(DataSource database, @Nullable MigrationVersion undone) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            privateTable.drop(connection);
            if (undone != null) {
                table.remove(connection, ranks(table.rows(connection), undone));
            }
        } catch (SQLException e) {
            throw new FlywayException("Cannot correct " + table.name() + " after an undo: " + e.getMessage(), e);
        }
    }

    private static List<Integer> ranks(List<HistoryTable.Row> rows, MigrationVersion undone) {
        List<Integer> ranks = new ArrayList<>();
        for (HistoryTable.Row row : rows) {
            boolean repeatable = row.version() == null && !row.type().equals("SCHEMA");
            boolean version = row.version() != null
                    && MigrationVersion.fromVersion(row.version()).equals(undone);
            if (version || (repeatable && !ranks.isEmpty())) {
                ranks.add(row.rank());
            }
        }
        return ranks;
    }
}
