package dev.rehearsal.command;

import dev.rehearsal.settings.ArgumentList;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.RunnerProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the settings say of the commands.
 *
 * @param root the project's root
 * @param lines the commands
 * @param files the glob of the migrations' files; null if there is none
 * @param undoFiles the glob of the files of ways back; null if they are no files of their own
 * @param table the tool's own table, or that it has none; null to guess
 * @param directory where the commands are started
 * @param timeout when one that does not end is killed
 * @param environment what they find in their environment besides, as {@code NAME=value} or {@code NAME}
 * @param zone the time zone of their sessions; null for the tool's own
 */
record CommandSettings(
        Path root,
        Lines lines,
        @Nullable String files,
        @Nullable String undoFiles,
        @Nullable String table,
        Path directory,
        Duration timeout,
        List<String> environment,
        @Nullable String zone) {
    static final String UP = "command.up";
    static final String DOWN = "command.down";
    static final String LIST = "command.list";
    static final String FILES = "command.files";
    static final String TABLE = "command.table";
    private static final String DIRECTORY = "command.directory";

    /** A large table is changed for a while; a tool that waits for somebody waits for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * The commands, each as its arguments; empty for none.
     *
     * @param up applies one version
     * @param down takes one version back
     * @param list prints the versions
     */
    record Lines(List<String> up, List<String> down, List<String> list) {}

    static CommandSettings of(RunnerProject project) {
        Map<String, String> said = project.settings();
        Lines lines = new Lines(arguments(said, UP), arguments(said, DOWN), arguments(said, LIST));
        if (lines.up.isEmpty()) {
            throw new InvalidSettingException(
                    "rehearsal.command.up is missing: the command that applies one version, such"
                            + " as: npx knex migrate:up {name}");
        }
        if (said.get(FILES) == null && lines.list.isEmpty()) {
            throw new InvalidSettingException("Which versions there are is not said: set rehearsal.command.files to a"
                    + " pattern of their files, such as migrations/*.js, or rehearsal.command.list to a command that"
                    + " prints them, oldest first.");
        }
        return new CommandSettings(
                project.root(),
                lines,
                said.get(FILES),
                said.get("command.undoFiles"),
                said.get(TABLE),
                directory(project),
                Duration.parse(said.getOrDefault("command.timeout", PATIENCE.toString())),
                names(said.getOrDefault("command.environment", "")),
                said.get("timeZone"));
    }

    private static List<String> arguments(Map<String, String> said, String key) {
        return ArgumentList.of(said.getOrDefault(key, ""));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Path directory(RunnerProject project) {
        String said = project.settings().getOrDefault(DIRECTORY, ".");
        Path directory = project.root().resolve(said).normalize();
        if (!Files.isDirectory(directory)) {
            throw new InvalidSettingException(
                    "rehearsal." + DIRECTORY + "=" + said + ": there is no folder " + directory + ".");
        }
        return directory;
    }
}
