package dev.rehearsal.liquibase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer.ErrorOption;
import liquibase.precondition.core.PreconditionContainer.FailOption;
import org.jspecify.annotations.Nullable;

/** What becomes of each change set in a run: Liquibase also ends well where it has run nothing. */
final class Outcome extends AbstractChangeExecListener {
    private final LiquibaseHistory history;
    private final Telling telling;
    private final Map<String, ExecType> ended = new HashMap<>();
    private final Map<String, String> why = new HashMap<>();
    private String current = "";

    Outcome(LiquibaseHistory history, Telling telling) {
        this.history = history;
        this.telling = telling;
    }

    @Override
    public void willRun(ChangeSet set, DatabaseChangeLog log, Database database, ChangeSet.RunStatus status) {
        current = ParsedLog.key(set);
        telling.begins(history.entries().get(current), false);
    }

    @Override
    public void willRollback(ChangeSet set, DatabaseChangeLog log, Database database) {
        current = ParsedLog.key(set);
        telling.begins(history.entries().get(current), true);
    }

    @Override
    public void willRun(Change change, ChangeSet set, DatabaseChangeLog log, Database database) {
        telling.changes(set.getChanges().indexOf(change));
    }

    @Override
    public void ran(ChangeSet set, DatabaseChangeLog log, Database database, ExecType how) {
        ended.put(ParsedLog.key(set), how);
    }

    @Override
    public void preconditionFailed(PreconditionFailedException error, FailOption onFail) {
        why.put(current, ParseFailure.deepest(error));
    }

    @Override
    public void preconditionErrored(PreconditionErrorException error, ErrorOption onError) {
        why.put(current, ParseFailure.deepest(error));
    }

    @Override
    public void runFailed(ChangeSet set, DatabaseChangeLog log, Database database, Exception error) {
        why.put(ParsedLog.key(set), ParseFailure.deepest(error));
    }

    /**
     * {@return why an up has shown nothing; null if the change set has run}
     *
     * @param key which
     * @param marked whether it was marked as ran before
     */
    @Nullable
    String unmeasured(String key, boolean marked) {
        ExecType how = ended.get(key);
        String because = why.get(key);
        String reason = because == null ? "" : ": " + because;
        if (how == null && marked) {
            return "it did not run, since it was marked as ran by its precondition before";
        }
        if (how == null) {
            return because == null
                    ? "it did not run, since the history says that it has"
                    : "it did not run, but was skipped by its precondition" + reason;
        }
        return switch (how) {
            case EXECUTED, RERAN -> null;
            case MARK_RAN -> "it did not run, but was marked as ran by its precondition" + reason;
            case SKIPPED -> "it did not run, but was skipped by its precondition" + reason;
            case FAILED -> "it failed, and Liquibase goes on without it (failOnError=false)" + reason;
        };
    }

    static boolean marked(List<RanChangeSet> ran, ChangeSet set) {
        return ran.stream().anyMatch(row -> row.isSameAs(set) && row.getExecType() == ExecType.MARK_RAN);
    }

    /** {@return why a change set is not taken back; null if it is} */
    static @Nullable String whyNotBack(List<RanChangeSet> ran, ChangeSet set) {
        ExecType how = ran.stream()
                .filter(row -> row.isSameAs(set))
                .map(RanChangeSet::getExecType)
                .findFirst()
                .orElse(null);
        if (how == null) {
            return "the change set has not run here, so there is nothing to take back";
        }
        return how == ExecType.MARK_RAN
                ? "the change set was marked as ran and did not run, so there is nothing to take back"
                : null;
    }
}
