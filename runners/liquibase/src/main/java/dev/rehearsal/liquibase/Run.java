package dev.rehearsal.liquibase;

import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.executor.ExecutorService;
import liquibase.lockservice.StandardLockService;

/**
 * One run of Liquibase in one database.
 *
 * @param parsed what is run
 * @param database where
 * @param outcome what becomes of each change set
 * @param lock a lock of its own: the one that Liquibase hands out is forgotten by whichever run ends first
 */
record Run(ParsedLog parsed, Database database, Outcome outcome, StandardLockService lock) {
    static Run of(ParsedLog parsed, Database database, Outcome outcome) {
        StandardLockService lock = new StandardLockService();
        lock.setDatabase(database);
        return new Run(parsed, database, outcome, lock);
    }

    RuntimeEnvironment environment() {
        return new RuntimeEnvironment(
                database, parsed.selection().contexts(), parsed.selection().labels());
    }

    /** Makes Liquibase's own tables if they are not there. */
    void begin() throws DatabaseException {
        ChangeLogHistoryService history = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
        history.init();
        parsed.log().setRuntimeEnvironment(environment());
    }

    /** Lets go of what Liquibase remembers for each connection. */
    static void forget() {
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
        Scope.getCurrentScope().getSingleton(ExecutorService.class).reset();
    }

    /** {@return the change set of a key} */
    ChangeSet set(String key) {
        return parsed.log().getChangeSets().stream()
                .filter(set -> ParsedLog.key(set).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The changelog has no change set " + key + " any more"));
    }
}
