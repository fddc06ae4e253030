package dev.rehearsal.command;

import dev.rehearsal.command.ToolRun.Order;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerFactory;
import dev.rehearsal.spi.RunnerProject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any command. Stateless; safe for use by several threads. */
public final class CommandRunnerFactory implements RunnerFactory {
    /** Its name in reports and settings. */
    static final String ID = "command";

    private static final String NO_TABLE = "none";

    /** Made by the {@link java.util.ServiceLoader}. */
    public CommandRunnerFactory() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Detection detect(RunnerProject project) {
        String up = project.settings().get(CommandSettings.UP);
        return up == null || up.isBlank()
                ? Detection.none("the setting command.up, which says how another tool goes one step up")
                : Detection.asked("the setting command.up: " + up);
    }

    @Override
    public MigrationRunner open(RunnerProject project) {
        if (project.engine().wire().isEmpty() || project.engine().scripts().isEmpty()) {
            throw new InvalidSettingException("Commands cannot be rehearsed on "
                    + project.engine().product()
                    + " yet: set rehearsal.database to another product, or rehearsal.runner to another runner.");
        }
        CommandSettings settings = CommandSettings.of(project);
        CommandHistory history = CommandHistory.of(settings, words(settings), listed(settings));
        return new CommandRunner(settings, project.engine(), history, steps(settings), false);
    }

    private static @Nullable List<String> listed(CommandSettings settings) {
        List<String> command = settings.lines().list();
        if (command.isEmpty()) {
            return null;
        }
        Order order = new Order(
                command,
                settings.directory(),
                ToolEnvironment.of(settings, null),
                settings.timeout(),
                CommandSettings.LIST);
        ToolRun run = ToolRun.of(order);
        if (!run.ended() || run.exit() != 0) {
            throw new MigrationSourceException("rehearsal.command.list: `" + order.shown() + "` "
                    + (run.ended() ? "ended with exit code " + run.exit() : "did not end and was killed")
                    + ". It is run without a database. It printed:\n"
                    + run.output().tail());
        }
        return run.output().lines();
    }

    private static StepHistory steps(CommandSettings settings) {
        String table = settings.table();
        if (table == null) {
            return KnownTool.of(settings.lines().up())
                    .filter(tool -> !tool.tables().isEmpty())
                    .<StepHistory>map(tool -> new ToolHistory(tool.tables()))
                    .orElseGet(OwnHistory::new);
        }
        return table.equals(NO_TABLE) ? new OwnHistory() : new ToolHistory(KnownTool.tables(table));
    }

    private static RunnerWords words(CommandSettings settings) {
        String tool =
                KnownTool.of(settings.lines().up()).map(KnownTool::product).orElse("the command");
        return new RunnerWords(
                tool,
                settings.undoFiles() == null ? "down" : "undo script",
                "as its tool is told to",
                "does not notice, or refuses to go on",
                "runs the new one after it, or refuses to go on",
                "Let the migration hold this statement alone, and outside a transaction.",
                "Let the migration run in the transaction in which " + tool + " writes its history.");
    }

    /** Its tool's own configuration is not read. */
    @Override
    public Optional<DatabaseAddress> database(RunnerProject project) {
        return Optional.empty();
    }

    @Override
    public Optional<String> forbiddenUrl(RunnerProject project) {
        return Optional.empty();
    }
}
