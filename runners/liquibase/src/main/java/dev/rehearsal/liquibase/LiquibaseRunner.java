package dev.rehearsal.liquibase;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunnerCapabilities;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the change sets of a project with Liquibase, one at a time, up and down. Each run has a changelog and a world of
 * Liquibase's of its own, so that it may be used by several threads.
 */
final class LiquibaseRunner implements MigrationRunner {
    private final ParsedLogs logs;
    private final LiquibaseHistory history;
    private final ChangeSetRun run;
    private final HistoryRows rows;
    private final List<String> notes;

    private LiquibaseRunner(ParsedLogs logs, LiquibaseHistory history, List<String> notes) {
        this.logs = logs;
        this.history = history;
        this.notes = notes;
        this.run = new ChangeSetRun(logs, history);
        this.rows = new HistoryRows(OwnNames.of(logs.settings(), logs.product()));
    }

    /** @throws MigrationSourceException if the changelog cannot be read */
    static LiquibaseRunner of(ParsedLogs logs, List<String> notes) {
        LiquibaseHistory history = read(logs, parsed -> LiquibaseHistory.of(parsed, logs.files(), logs.product()));
        List<String> all = new ArrayList<>(logs.settings().notes());
        all.addAll(notes);
        return new LiquibaseRunner(logs, history, List.copyOf(all));
    }

    private static <T> T read(ParsedLogs logs, ParsedLogs.Work<T> work) {
        try {
            return logs.with(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new MigrationSourceException("Liquibase cannot read the changelog: " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return LiquibaseRunnerFactory.ID;
    }

    @Override
    public MigrationHistory history() {
        return history.history();
    }

    /** The order of the changelog decides among those that are missing, and new ones may be included anywhere. */
    @Override
    public RunnerCapabilities capabilities() {
        return RunnerCapabilities.ALL.applyingLate();
    }

    @Override
    public MigrationRunner fresh() {
        return history.custom() ? new LiquibaseRunner(logs.fresh(), history, notes) : this;
    }

    @Override
    public boolean forget() {
        return !history.custom();
    }

    @Override
    public RunnerChanges changesSince(EarlierFiles then) {
        return new ChangesSince(logs, history, then).changes();
    }

    /** There are none: what runs again is a version here, too. */
    @Override
    public MigrationRunner holdingBack(List<Migration> repeatables) {
        return this;
    }

    @Override
    public @Nullable RunFailure up(DataSource database, Migration target, RunEvents events) {
        return run.up(database, target, events);
    }

    @Override
    public @Nullable RunFailure head(DataSource database) {
        return run.head(database);
    }

    @Override
    public @Nullable RunFailure down(DataSource database, Migration migration, RunEvents events) {
        return run.down(database, migration, events);
    }

    @Override
    public RunState state(DataSource database, Migration migration) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows.state(connection, migration.id().key());
        }
    }

    @Override
    public @Nullable RunFailure repair(DataSource database) {
        return run.repair(database);
    }

    /** Its lock is a row that is committed before anything runs, and no transaction is held open. */
    @Override
    public @Nullable String hangs(Migration migration) {
        return null;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Applied applied(DataSource database, String upTo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows.compare(connection, history.history().migrations(), upTo);
        }
    }

    @Override
    public Map<Script, ScriptStatements> statements() {
        return read(logs, parsed -> new OfflineStatements(parsed, history, logs.product()).all());
    }

    @Override
    public Set<QualifiedName> ownTables() {
        return rows.tables();
    }
}
