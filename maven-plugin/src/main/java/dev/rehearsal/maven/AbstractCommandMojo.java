package dev.rehearsal.maven;

import dev.rehearsal.settings.Key;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the runner of any command: how another tool goes one step up or down. */
abstract class AbstractCommandMojo extends AbstractMojo {
    /**
     * The command that applies one version, such as {@code npx knex migrate:up {name}}. Blanks stand between arguments,
     * one with blanks stands in quotes; no shell reads it. Replaced are {@code {version}}, {@code {file}}, {@code {name}},
     * {@code {previous}} and {@code {dir}}.
     */
    @Parameter(property = "rehearsal.command.up")
    private @Nullable String commandUp;

    /** The command that takes one version back; without it no version has a way back. */
    @Parameter(property = "rehearsal.command.down")
    private @Nullable String commandDown;

    /** A command that prints the versions, oldest first, one a line; it has no database. */
    @Parameter(property = "rehearsal.command.list")
    private @Nullable String commandList;

    /** A pattern of the migrations' files: {@code migrations/*.js}. */
    @Parameter(property = "rehearsal.command.files")
    private @Nullable String commandFiles;

    /** A pattern of the files of ways back, where those are files of their own. */
    @Parameter(property = "rehearsal.command.undoFiles")
    private @Nullable String commandUndoFiles;

    /** The tool's own tables, that of what is applied first, or {@code none}; known tools need not say it. */
    @Parameter(property = "rehearsal.command.table")
    private @Nullable String commandTable;

    /** The folder in which commands are started; the project's by default. */
    @Parameter(property = "rehearsal.command.directory")
    private @Nullable String commandDirectory;

    /**
     * What commands find in their environment besides: {@code DB_HOST={host}}, or the name of a variable of the build.
     * Known are {@code {host}}, {@code {port}}, {@code {database}}, {@code {user}}, {@code {password}}, {@code {url}} and
     * {@code {jdbcUrl}}.
     */
    @Parameter(property = "rehearsal.command.environment")
    private @Nullable List<String> commandEnvironment;

    /** When a command that does not end is killed; {@code 30m} by default. */
    @Parameter(property = "rehearsal.command.timeout")
    private @Nullable String commandTimeout;

    /** {@return what they say} */
    final Map<Key, String> ofCommand() {
        return new GoalSettings()
                .and(Key.COMMAND_UP, commandUp)
                .and(Key.COMMAND_DOWN, commandDown)
                .and(Key.COMMAND_LIST, commandList)
                .and(Key.COMMAND_FILES, commandFiles)
                .and(Key.COMMAND_UNDO_FILES, commandUndoFiles)
                .and(Key.COMMAND_TABLE, commandTable)
                .and(Key.COMMAND_DIRECTORY, commandDirectory)
                .and(Key.COMMAND_ENVIRONMENT, commandEnvironment == null ? null : String.join(",", commandEnvironment))
                .and(Key.COMMAND_TIMEOUT, commandTimeout)
                .texts();
    }
}
