package dev.rehearsal.command;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds the program of a command, as a shell would, and where npm puts those of a project. */
final class Executable {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final List<String> ENDINGS =
            System.getProperty("os.name").startsWith("Windows") ? List.of("", ".cmd", ".exe", ".bat") : List.of("");

    private Executable() {}

    /**
     * {@return the command as it is started: without a terminal on which it could ask}
     *
     * @throws MigrationSourceException if there is no such program
     */
    static List<String> of(List<String> command, Path directory, Map<String, String> environment, String setting) {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            line.addAll(List.of(SETSID.toString(), "-w"));
        }
        line.add(program(command.get(0), directory, environment.getOrDefault("PATH", ""), setting));
        line.addAll(command.subList(1, command.size()));
        return line;
    }

    private static String program(String name, Path directory, String path, String setting) {
        List<Path> places = new ArrayList<>();
        if (name.contains("/") || name.contains(File.separator)) {
            places.add(directory);
        } else {
            places.add(directory.resolve("node_modules/.bin"));
            Arrays.stream(path.split(File.pathSeparator))
                    .filter(place -> !place.isEmpty())
                    .map(directory::resolve)
                    .forEach(places::add);
        }
        return places.stream()
                .flatMap(place -> ENDINGS.stream().map(ending -> place.resolve(name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new MigrationSourceException("rehearsal." + setting + ": there is no program " + name
                        + ". Looked for in "
                        + (places.size() == 1 ? directory : directory.resolve("node_modules/.bin") + " and on the PATH")
                        + ". Install it, or write where it is."))
                .toString();
    }
}
