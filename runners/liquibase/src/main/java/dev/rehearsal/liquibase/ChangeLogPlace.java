package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.RunnerProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the changelog is with which a project begins. */
final class ChangeLogPlace {
    static final String RESOURCES = "src/main/resources";
    private static final List<String> FOLDERS = List.of(
            RESOURCES + "/db/changelog",
            RESOURCES + "/db",
            RESOURCES + "/liquibase",
            RESOURCES + "/changelog",
            "db/changelog",
            "liquibase",
            "changelog");
    private static final List<String> NAMES =
            List.of("db.changelog-master", "changelog-master", "db.changelog", "changelog");
    private static final List<String> ENDS = List.of(".yaml", ".yml", ".xml", ".json", ".sql");
    private static final Pattern PREFIX = Pattern.compile("^(classpath:|filesystem:|file:)/*");

    private ChangeLogPlace() {}

    /**
     * {@return the path of the changelog as Liquibase is told it}
     *
     * @throws MigrationSourceException if there is none
     */
    static String of(RunnerProject project, LiquibaseSettings settings) {
        String said = settings.get(SettingNames.CHANGE_LOG);
        if (said != null) {
            return PREFIX.matcher(said).replaceFirst("");
        }
        return usual(project.root())
                .orElseThrow(() -> new MigrationSourceException("There is no changelog of Liquibase: looked for were "
                        + lookedFor() + ". Say by rehearsal.locations (or <locations>) which file it is."));
    }

    /** {@return whether one is named as changelogs are} */
    static boolean named(String path) {
        return ENDS.stream().anyMatch(path::endsWith);
    }

    /** {@return the changelog that is where changelogs usually are; a resource by its path among them} */
    static Optional<String> usual(Path root) {
        for (String folder : FOLDERS) {
            Optional<String> found = NAMES.stream()
                    .flatMap(name -> ENDS.stream().map(end -> folder + "/" + name + end))
                    .filter(path -> Files.isRegularFile(root.resolve(path)))
                    .findFirst();
            if (found.isPresent()) {
                String path = found.get();
                return Optional.of(path.startsWith(RESOURCES) ? path.substring(RESOURCES.length() + 1) : path);
            }
        }
        return Optional.empty();
    }

    /** {@return the folders below which files are found, the first that has one counts} */
    static List<Path> roots(RunnerProject project, LiquibaseSettings settings) {
        Path root = project.root().toAbsolutePath().normalize();
        Stream<String> said = Stream.concat(
                settings.list(SettingNames.SEARCH_PATH).stream(), settings.list(SettingNames.FOLDER).stream());
        return Stream.concat(said, Stream.of("", RESOURCES))
                .map(root::resolve)
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    static String lookedFor() {
        return "files named " + String.join(", ", NAMES) + " (" + String.join(", ", ENDS) + ") in "
                + String.join(", ", FOLDERS);
    }
}
