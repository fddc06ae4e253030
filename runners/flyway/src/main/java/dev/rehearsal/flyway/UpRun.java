package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
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
    private final HeldBack held;
    private final boolean remembers;

    /**
     * Makes one.
     *
     * @param history whose repeatables are as Flyway shall see them
     * @param held those of which it sees another text
     */
    UpRun(
            FluentConfiguration forward,
            ScannedHistory history,
            ResourceProvider resources,
            HistoryTable table,
            HeldBack held) {
        this.history = history;
        this.held = held;
        this.resources = resources;
        this.table = table;
        this.flyway = forward.load();
        this.memory = new RepeatableMemory(history);
        this.transactionalLock = table.engine().locksInTransaction(forward);
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
        if (flyway.getConfiguration().isGroup() && (!newest || hasHeld(repeatables)) && !repeatables.isEmpty()) {
            Attempt versioned = attempt(database, target, pending, events);
            if (versioned.failure() != null) {
                return versioned.failure();
            }
            pending = List.of();
        }
        Attempt attempt = attempt(database, target, joined(pending, repeatables), events);
        List<ScannedFile> unfit = new ArrayList<>();
        // where a repeatable has failed, all that is versioned was applied
        for (ScannedFile file = attempt.unfit(); file != null && mayBeUnfit(file, newest); file = attempt.unfit()) {
            unfit.add(file);
            memory.didNotFit(file, target, attempt.failure());
            attempt = attempt(database, target, newest ? without(unfit) : memory.worthTrying(target), events);
        }
        return newest || !attempt.afterMigrate() ? attempt.failure() : null;
    }

    /** Of a script that is held back, the old text need not fit the newest version: the new one is made for that. */
    private boolean mayBeUnfit(ScannedFile failed, boolean newest) {
        return !newest || held.isBefore(failed);
    }

    private boolean hasHeld(List<ScannedFile> repeatables) {
        return repeatables.stream().anyMatch(held::isBefore);
    }

    private List<ScannedFile> without(List<ScannedFile> unfit) {
        return history.repeatables().stream()
                .filter(file -> !unfit.contains(file))
                .toList();
    }

    /**
     * Runs a repeatable script once more.
     *
     * @param file which
     * @param repeatables what Flyway sees; only this one is unlike what the database has
     * @return null if it ran, or was applied already; else why not
     */
    @Nullable
    RunFailure again(DataSource database, ScannedFile file, List<ScannedFile> repeatables, RunEvents events) {
        List<ScannedFile> pending = pending(database, MigrationVersion.LATEST);
        Attempt attempt = attempt(database, MigrationVersion.LATEST, joined(pending, repeatables), events);
        boolean passedOver = attempt.failure() == null
                && attempt.executed() == 0
                && state(database, file, repeatables) != RunState.APPLIED;
        return passedOver ? Failures.passedOver(file) : attempt.failure();
    }

    /** {@return what Flyway itself says of a repeatable script, of which it is shown this text} */
    RunState state(DataSource database, ScannedFile file, List<ScannedFile> repeatables) {
        show(database, MigrationVersion.LATEST, joined(history.versioned(), repeatables));
        List<MigrationState> states = Stream.of(flyway.info().all())
                .filter(info -> info.getScript().equals(file.historyName()))
                .map(MigrationInfo::getState)
                .toList();
        if (states.contains(MigrationState.SUCCESS)) {
            return RunState.APPLIED;
        }
        return states.contains(MigrationState.FAILED) ? RunState.FAILED : RunState.PENDING;
    }

    /**
     * Repairs the history. Flyway takes what it is not shown for deleted, so it is shown all.
     *
     * @param repeatables all there are
     */
    @Nullable
    RunFailure repair(DataSource database, List<ScannedFile> repeatables) {
        List<ScannedFile> all = joined(history.versioned(), repeatables);
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
            return new Attempt(
                    executed < versioned ? Failures.passedOver(files.get(executed)) : null, null, false, executed);
        } catch (FlywayException e) {
            Failures failures = new Failures(files);
            ScannedFile failed = failures.file(e);
            return new Attempt(
                    failures.of(e),
                    failed != null && failed.isOf(Kind.REPEATABLE) ? failed : null,
                    Failures.isAfterMigrate(e),
                    0);
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
        table.engine().lockInTransaction(configuration, transactionalLock && allTransactional);
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
     * @param executed how many migrations ran, if none failed
     */
    private record Attempt(
            @Nullable RunFailure failure, @Nullable ScannedFile unfit, boolean afterMigrate, int executed) {}
}
