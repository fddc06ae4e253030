package dev.rehearsal.sql;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunnerCapabilities;
import dev.rehearsal.migration.RunnerCapabilities.Statements;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.migration.Transactions;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.sql.Traits.Booking;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs a folder of plain SQL as the tool of its layout does: with its history, its transactions and its messages. It
 * remembers nothing, so that it may be used by several threads.
 */
final class SqlRunner implements MigrationRunner {
    private final Folders.Found found;
    private final Scripts scripts;
    private final SqlHistory history;
    private final ScriptRun sending;
    private final VersionRun run;
    private final Map<String, String> session;

    private SqlRunner(
            Folders.Found found, Scripts scripts, SqlHistory history, boolean apart, Map<String, String> session) {
        this.session = session;
        this.found = found;
        this.scripts = scripts;
        this.history = history;
        this.sending = new ScriptRun(scripts, apart);
        this.run = new VersionRun(found.layout().traits(), history.versions(), sending);
    }

    /**
     * {@return a runner}
     *
     * @param session what its connections say of themselves
     */
    static SqlRunner of(Folders.Found found, Scripts scripts, Map<String, String> session) {
        SqlHistory history = SqlHistory.of(found, scripts);
        return new SqlRunner(found, scripts, history, false, session);
    }

    @Override
    public String id() {
        return SqlRunnerFactory.ID;
    }

    @Override
    public MigrationHistory history() {
        return history.history();
    }

    @Override
    public Map<String, String> session() {
        return session;
    }

    @Override
    public MigrationRunner fresh() {
        return this;
    }

    @Override
    public MigrationRunner apart() {
        return new SqlRunner(found, scripts, history, true, session);
    }

    @Override
    public RunnerCapabilities capabilities() {
        Traits traits = found.layout().traits();
        return new RunnerCapabilities(traits.cuts() ? Statements.EACH : Statements.WHEN_APART, traits.checked());
    }

    @Override
    public RunnerChanges changesSince(EarlierFiles then) {
        return new FolderChanges(found, history.versions(), scripts, then).changes();
    }

    /** There are none. */
    @Override
    public MigrationRunner holdingBack(List<Migration> repeatables) {
        return this;
    }

    @Override
    public @Nullable RunFailure up(DataSource database, Migration target, RunEvents events) {
        return run.up(database, history.version(target).key(), events);
    }

    @Override
    public @Nullable RunFailure head(DataSource database) {
        return run.up(database, null, RunEvents.NONE);
    }

    @Override
    public @Nullable RunFailure down(DataSource database, Migration migration, RunEvents events) {
        return run.down(database, history.version(migration), events);
    }

    @Override
    public RunState state(DataSource database, Migration migration) throws SQLException {
        return run.state(database, history.version(migration).key());
    }

    @Override
    public @Nullable RunFailure repair(DataSource database) {
        return run.repair(database);
    }

    /** What a tool holds while a file runs, it holds in the session that runs it. */
    @Override
    public @Nullable String hangs(Migration migration) {
        return null;
    }

    @Override
    public Applied applied(DataSource database, String upTo) throws SQLException {
        return run.applied(database, upTo);
    }

    @Override
    public Map<Script, ScriptStatements> statements() {
        boolean together = found.layout().traits().booking() == Booking.TOGETHER;
        Map<Script, ScriptStatements> all = new LinkedHashMap<>();
        history.ways().forEach(way -> {
            boolean one = sending.transactions(way, together) == Transactions.ONE;
            all.put(way.script(), new ScriptStatements(way.script(), one, sending.statements(way)));
        });
        return all;
    }

    @Override
    public boolean forget() {
        return true;
    }

    @Override
    public Set<QualifiedName> ownTables() {
        return found.layout().traits().table().names();
    }
}
