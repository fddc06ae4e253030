package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/** Applies migrations up to a version: Flyway is shown what is pending up to it, and the repeatables that may fit. */
final class UpRun {
    private final ScannedHistory history;
    private final ResourceProvider resources;
    private final HistoryTable table;
    private final Flyway flyway;
    private final boolean transactionalLock;
    private final StatementProbe probe = new StatementProbe();
    private final RepeatableMemory memory;
    private final boolean remembers;

    UpRun(FluentConfiguration forward, ScannedHistory history, ResourceProvider resources, HistoryTable table) {
        this.history = history;
        this.resources = resources;
        this.table = table;
        this.flyway = forward.load();
        this.memory = new RepeatableMemory(history);
        this.transactionalLock = forward.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .isTransactionalLock();
        this.remembers = Flyways.configuration(flyway).getCallbacks().length > 0
                || Flyways.configuration(flyway).getResolvers().length > 0;
        Flyways.addCallbacks(Flyways.configuration(flyway), probe.callbacks());
    }

    /** {@return whether the next run will know nothing of those before: classes of the project's might} */
    boolean forget() {
        memory.clear();
        return !remembers;
    }

    HistoryTable table() {
        return table;
    }

    @Nullable
    RunFailure run(DataSource database, MigrationVersion target, RunEvents events) {
        List<ScannedFile> pending = pending(database, target);
        boolean newest = history.isNewest(target);
        List<ScannedFile> repeatables = newest ? history.repeatables() : memory.worthTrying(target);
        if (flyway.getConfiguration().isGroup() && !newest && !repeatables.isEmpty()) {
            Attempt versioned = attempt(database, target, pending, events);
            if (versioned.failure() != null) {
                return versioned.failure();
            }
            pending = List.of();
        }
        Attempt attempt = attempt(database, target, joined(pending, repeatables), events);
        while (!newest && attempt.unfit() != null) { // then all that is versioned was applied
            memory.didNotFit(attempt.unfit(), target, attempt.failure());
            attempt = attempt(database, target, memory.worthTrying(target), events);
        }
        return newest || !attempt.afterMigrate() ? attempt.failure() : null;
    }

    /** Flyway takes what it is not shown for deleted, so it is shown all. */
    @Nullable
    RunFailure repair(DataSource database) {
        List<ScannedFile> all = joined(history.versioned(), history.repeatables());
        show(database, MigrationVersion.LATEST, all);
        try {
            flyway.repair();
            return null;
        } catch (FlywayException e) {
            return new Failures(all).of(e);
        }
    }

    private List<ScannedFile> pending(DataSource database, MigrationVersion target) {
        Set<MigrationVersion> applied = applied(database);
        return history.versioned().stream()
                .filter(file -> !file.versioned().isNewerThan(target))
                .filter(file -> !applied.contains(file.versioned()))
                .toList();
    }

    private Set<MigrationVersion> applied(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return table.rows(connection).stream()
                    .filter(HistoryTable.Row::success)
                    .map(HistoryTable.Row::version)
                    .filter(version -> version != null)
                    .map(MigrationVersion::fromVersion)
                    .collect(Collectors.toSet());
        } catch (SQLException e) {
            throw new FlywayException("Cannot read " + table.name() + ": " + e.getMessage(), e);
        }
    }

    private static List<ScannedFile> joined(List<ScannedFile> pending, List<ScannedFile> repeatables) {
        List<ScannedFile> all = new ArrayList<>(pending);
        all.addAll(repeatables);
        return all;
    }

    private Attempt attempt(DataSource database, MigrationVersion target, List<ScannedFile> files, RunEvents events) {
        probe.listen(events, files);
        show(database, target, files);
        try {
            int executed = flyway.migrate().migrationsExecuted;
            long versioned =
                    files.stream().filter(file -> !file.isOf(Kind.REPEATABLE)).count();
            return new Attempt(executed < versioned ? Failures.passedOver(files.get(executed)) : null, null, false);
        } catch (FlywayException e) {
            Failures failures = new Failures(files);
            ScannedFile failed = failures.file(e);
            return new Attempt(
                    failures.of(e),
                    failed != null && failed.isOf(Kind.REPEATABLE) ? failed : null,
                    Failures.isAfterMigrate(e));
        }
    }

    private void show(DataSource database, MigrationVersion target, List<ScannedFile> files) {
        ClassicConfiguration configuration = Flyways.configuration(flyway);
        List<LoadableResource> scripts = new ArrayList<>();
        joined(files, history.callbacks()).forEach(file -> {
            if (file.resource() != null) {
                scripts.add(file.resource());
            }
        });
        boolean allTransactional = files.stream().allMatch(ScannedFile::transactional);
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(transactionalLock && allTransactional);
        configuration.setDataSource(database);
        configuration.setTarget(target);
        configuration.setResourceProvider(new VisibleResources(scripts, resources));
        configuration.setJavaMigrationClassProvider(Flyways.classes(files));
    }

    /**
     * How one run of Flyway ended.
     *
     * @param failure null if well
     * @param unfit the repeatable that failed; null if none did
     * @param afterMigrate whether a callback failed when all was applied: at a version that is not the newest, it may
     *     need what is yet to come
     */
    private record Attempt(
            @Nullable RunFailure failure, @Nullable ScannedFile unfit, boolean afterMigrate) {}
}
