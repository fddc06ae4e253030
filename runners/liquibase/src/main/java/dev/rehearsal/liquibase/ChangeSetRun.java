package dev.rehearsal.liquibase;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.WayBack;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.AlreadyRanChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DatabaseUtils;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;
import org.jspecify.annotations.Nullable;

/** Goes up and down by change sets that are named, never by a count, with Liquibase's own visitors. */
final class ChangeSetRun {
    private final ParsedLogs logs;
    private final LiquibaseHistory history;

    ChangeSetRun(ParsedLogs logs, LiquibaseHistory history) {
        this.logs = logs;
        this.history = history;
    }

    /** Before the target all that has never run; those that run each time only where everything does. */
    @Nullable
    RunFailure up(DataSource database, Migration target, RunEvents events) {
        List<String> keys = history.keys();
        String last = target.id().key();
        List<String> before = keys.subList(0, keys.indexOf(last));
        return run(database, events, run -> {
            List<RanChangeSet> ran = run.database().getRanChangeSetList();
            Predicate<ChangeSet> missing = set -> ran.stream().noneMatch(row -> row.isSameAs(set));
            update(
                    run,
                    set -> ParsedLog.key(set).equals(last)
                            || (before.contains(ParsedLog.key(set)) && missing.test(set)));
            String untold = run.outcome().unmeasured(last, Outcome.marked(ran, run.set(last)));
            if (untold != null) {
                events.passedOver("the up of change set " + target.version() + ": " + untold);
            }
        });
    }

    @Nullable
    RunFailure head(DataSource database) {
        return run(database, RunEvents.NONE, run -> update(run, set -> true));
    }

    private static void update(Run run, Predicate<ChangeSet> chosen) throws LiquibaseException {
        run.parsed()
                .log()
                .validate(
                        run.database(),
                        run.parsed().selection().contexts(),
                        run.parsed().selection().labels());
        ShouldRunChangeSetFilter should = new ShouldRunChangeSetFilter(run.database());
        List<ChangeSetFilter> filters = new ArrayList<>(List.of(should));
        filters.addAll(run.parsed().selection().filters(run.database()));
        filters.add(only(chosen));
        new ChangeLogIterator(run.parsed().log(), filters)
                .run(new UpdateVisitor(run.database(), run.outcome(), should), run.environment());
    }

    /** What did not run is not taken back. */
    @Nullable
    RunFailure down(DataSource database, Migration migration, RunEvents events) {
        if (migration.wayBack() instanceof WayBack.None) {
            throw new IllegalArgumentException("Change set " + migration.id() + " has no way back");
        }
        String key = migration.id().key();
        return run(database, events, run -> {
            List<RanChangeSet> ran = run.database().getRanChangeSetList();
            String why = Outcome.whyNotBack(ran, run.set(key));
            if (why != null) {
                events.passedOver("the rollback of change set " + migration.version() + ": " + why);
                return;
            }
            List<ChangeSetFilter> filters = new ArrayList<>(List.of(new AlreadyRanChangeSetFilter(ran)));
            filters.addAll(run.parsed().selection().filters(run.database()));
            filters.add(only(set -> ParsedLog.key(set).equals(key)));
            new ChangeLogIterator(ran, run.parsed().log(), filters)
                    .run(new RollbackVisitor(run.database(), run.outcome()), run.environment());
        });
    }

    /** As {@code liquibase releaseLocks} does. */
    @Nullable
    RunFailure repair(DataSource database) {
        return on(database, RunEvents.NONE, run -> run.lock().forceReleaseLock());
    }

    private static ChangeSetFilter only(Predicate<ChangeSet> chosen) {
        return set -> new ChangeSetFilterResult(
                chosen.test(set), "it is not this one's turn", ChangeSetFilter.class, "turn", "Turn");
    }

    private @Nullable RunFailure run(DataSource database, RunEvents events, Work work) {
        return on(database, events, run -> {
            if (!run.lock().acquireLock()) {
                throw new LiquibaseException(held(run.lock()));
            }
            try {
                run.begin();
                work.with(run);
            } catch (Exception e) {
                release(run.lock(), e);
                throw e;
            }
            run.lock().releaseLock();
        });
    }

    /** A session that was cut off cannot give it back: that is what it leaves. */
    private static void release(StandardLockService lock, Exception first) {
        try {
            lock.releaseLock();
        } catch (LiquibaseException | RuntimeException e) {
            first.addSuppressed(e);
        }
    }

    /** Nobody waits here: in a database of a rehearsal nobody else could give it back. */
    private static String held(StandardLockService lock) throws LiquibaseException {
        DatabaseChangeLogLock[] locks = lock.listLocks();
        String by = locks.length == 0 ? "" : " by " + locks[0].getLockedBy();
        return "Could not acquire change log lock: it is held" + by + ". Liquibase would wait for it, and then give up;"
                + " an operator runs liquibase releaseLocks.";
    }

    private @Nullable RunFailure on(DataSource source, RunEvents events, Work work) {
        Telling telling = new Telling(events);
        try {
            return logs.with(parsed -> inOne(parsed, source, telling, work)).orElse(null);
        } catch (Exception e) {
            return telling.failure(e);
        }
    }

    private Optional<RunFailure> inOne(ParsedLog parsed, DataSource source, Telling telling, Work work)
            throws Exception {
        try (Connection raw = source.getConnection()) {
            telling.on(RunSessions.of(raw));
            Run run = Run.of(parsed, database(raw, telling), new Outcome(history, telling));
            try {
                work.with(run);
                return Optional.empty();
            } catch (Exception e) {
                return Optional.of(telling.failure(e));
            } finally {
                Run.forget();
            }
        }
    }

    /** Is done in a database. */
    @FunctionalInterface
    private interface Work {
        void with(Run run) throws Exception;
    }

    private Database database(Connection raw, Telling telling) throws LiquibaseException {
        Database database = DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(ToldConnection.of(raw, telling)));
        LiquibaseSettings settings = logs.settings();
        String schema = settings.get(SettingNames.SCHEMA);
        if (schema != null) {
            database.setDefaultSchemaName(schema);
            DatabaseUtils.initializeDatabase(null, schema, database);
        }
        return OwnNames.told(database, settings);
    }
}
