package dev.rehearsal;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.volume.VolumeProfile;
import java.time.Duration;
import java.util.List;

/**
 * What to rehearse, on what, and within which limits.
 *
 * @param runner applies and undoes the project's migrations
 * @param provider gives the server
 * @param dialect the server's engine
 * @param selector chooses which migrations
 * @param volume how many rows, and of what
 * @param judge holds facts against the rules and the limits
 * @param statementTimeout when a statement that does not end is cancelled
 * @param lockQueueHold how long a transaction stands in each migration's way; zero for not at all
 * @param statements what the project itself gives to be run
 * @param crash how far crashes are rehearsed
 * @param tests where the project's own tests of its migrations are
 */
public record RehearsalOptions(
        MigrationRunner runner,
        DatabaseProvider provider,
        Dialect dialect,
        Selector selector,
        VolumeProfile volume,
        Judge judge,
        Duration statementTimeout,
        Duration lockQueueHold,
        OwnStatements statements,
        CrashLimits crash,
        TestSearch tests) {
    /** {@return the statements that the application runs} */
    public List<ApplicationStatement> application() {
        return statements.application();
    }

    /** {@return when one of them that does not end, or does not get its lock, has failed} */
    public Duration applicationTimeout() {
        return statements.timeout();
    }

    /** {@return what is run before the first migration} */
    public List<ApplicationStatement> beforehand() {
        return statements.beforehand();
    }

    /**
     * Options of a project for which nothing is run before its first migration.
     *
     * @param runner applies and undoes the project's migrations
     * @param provider gives the server
     * @param dialect the server's engine
     * @param selector chooses which migrations
     * @param volume how many rows, and of what
     * @param judge holds facts against the rules and the limits
     * @param statementTimeout when a statement that does not end is cancelled
     * @param lockQueueHold how long a transaction stands in each migration's way; zero for not at all
     * @param application the statements that the application runs; empty if it gives none
     * @param applicationTimeout when one of them that does not end, or does not get its lock, has failed
     * @param crash how far crashes are rehearsed
     * @param tests where the project's own tests of its migrations are
     */
    public RehearsalOptions(
            MigrationRunner runner,
            DatabaseProvider provider,
            Dialect dialect,
            Selector selector,
            VolumeProfile volume,
            Judge judge,
            Duration statementTimeout,
            Duration lockQueueHold,
            List<ApplicationStatement> application,
            Duration applicationTimeout,
            CrashLimits crash,
            TestSearch tests) {
        this(
                runner,
                provider,
                dialect,
                selector,
                volume,
                judge,
                statementTimeout,
                lockQueueHold,
                new OwnStatements(application, applicationTimeout, List.of(), null),
                crash,
                tests);
    }

    /**
     * {@return these options, with the project's own tests}
     *
     * @param search where they are
     */
    public RehearsalOptions with(TestSearch search) {
        return with(runner, search);
    }

    /**
     * {@return these options, with another runner}
     *
     * @param other of the same project
     */
    public RehearsalOptions with(MigrationRunner other) {
        return with(other, tests);
    }

    private RehearsalOptions with(MigrationRunner other, TestSearch search) {
        return new RehearsalOptions(
                other,
                provider,
                dialect,
                selector,
                volume,
                judge,
                statementTimeout,
                lockQueueHold,
                statements,
                crash,
                search);
    }
}
