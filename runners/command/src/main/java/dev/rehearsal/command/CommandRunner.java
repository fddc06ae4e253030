package dev.rehearsal.command;

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
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.Engine;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Has the project's own tool go up and down, one step at a time. It remembers nothing, so that it may be used by several
 * threads.
 */
final class CommandRunner implements MigrationRunner {
    private final CommandSettings settings;
    private final Engine engine;
    private final CommandHistory history;
    private final StepHistory steps;
    private final StepRun run;

    CommandRunner(CommandSettings settings, Engine engine, CommandHistory history, StepHistory steps, boolean apart) {
        this.settings = settings;
        this.engine = engine;
        this.history = history;
        this.steps = steps;
        this.run = new StepRun(settings, steps, history.versions(), engine, apart);
    }

    @Override
    public String id() {
        return CommandRunnerFactory.ID;
    }

    @Override
    public MigrationHistory history() {
        return history.history();
    }

    @Override
    public Map<String, String> session() {
        return settings.zone() == null ? Map.of() : Map.of("TimeZone", settings.zone());
    }

    @Override
    public MigrationRunner fresh() {
        return this;
    }

    @Override
    public MigrationRunner apart() {
        return new CommandRunner(settings, engine, history, steps, true);
    }

    /** It is the real tool that is killed; what it leaves is read where it keeps its history. */
    @Override
    public RunnerCapabilities capabilities() {
        return new RunnerCapabilities(Statements.EACH, steps.ofTool());
    }

    @Override
    public RunnerChanges changesSince(EarlierFiles then) {
        return new CommandChanges(settings, history.versions(), then).changes();
    }

    /** There are none. */
    @Override
    public MigrationRunner holdingBack(List<Migration> repeatables) {
        return this;
    }

    @Override
    public @Nullable RunFailure up(DataSource database, Migration target, RunEvents events) {
        return on(() -> run.up(database, history.version(target), events));
    }

    @Override
    public @Nullable RunFailure head(DataSource database) {
        return on(() -> run.up(database, null, RunEvents.NONE));
    }

    @Override
    public @Nullable RunFailure down(DataSource database, Migration migration, RunEvents events) {
        return on(() -> run.down(database, history.version(migration), events));
    }

    @Override
    public RunState state(DataSource database, Migration migration) throws SQLException {
        return run.applied(database).contains(migration.id().key()) ? RunState.APPLIED : RunState.PENDING;
    }

    /** Nothing is noted as failed, so there is nothing to correct. */
    @Override
    public @Nullable RunFailure repair(DataSource database) {
        return null;
    }

    /** What the tool does, it does here as well: it would wait. */
    @Override
    public @Nullable String hangs(Migration migration) {
        return null;
    }

    @Override
    public Applied applied(DataSource database, String upTo) throws SQLException {
        if (!steps.ofTool()) {
            throw new SQLException("It is not known in which table the tool keeps what it has applied: set"
                    + " rehearsal.command.table to its name.");
        }
        List<String> applied = run.applied(database);
        List<String> keys = history.versions().stream().map(Version::key).toList();
        int end = keys.indexOf(upTo) + 1;
        return new Applied(
                List.of(),
                keys.subList(0, end).stream()
                        .filter(key -> !applied.contains(key))
                        .toList(),
                keys.subList(end, keys.size()).stream()
                        .filter(applied::contains)
                        .toList());
    }

    @Override
    public Map<Script, ScriptStatements> statements() {
        return SqlFiles.statements(history.versions(), engine.scripts().orElseThrow());
    }

    @Override
    public List<String> notes() {
        return SqlFiles.clientCommands(settings, history.versions());
    }

    @Override
    public boolean forget() {
        return true;
    }

    @Override
    public Set<QualifiedName> ownTables() {
        return steps.tables();
    }

    private static @Nullable RunFailure on(Work work) {
        try {
            return work.run();
        } catch (SQLException e) {
            return new RunFailure(
                    Objects.requireNonNullElse(e.getMessage(), e.toString()), e.getSQLState(), null, null, 0, null);
        }
    }

    @FunctionalInterface
    private interface Work {
        @Nullable
        RunFailure run() throws SQLException;
    }
}
