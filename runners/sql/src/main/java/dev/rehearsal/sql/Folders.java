package dev.rehearsal.sql;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the folder of a project's migrations, and the layout in which they are. */
final class Folders {
    private static final List<Layout> LAYOUTS = List.of(new UpDownPairs());
    private static final List<String> USUAL = List.of(
            "migrations",
            "db/migrations",
            "db/migration",
            "database/migrations",
            "sql/migrations",
            "src/main/resources/migrations",
            "src/main/resources/db/migrations",
            "src/main/resources/db/migration");
    private static final String PREFIX = "filesystem:";

    private final RunnerProject project;

    Folders(RunnerProject project) {
        this.project = project;
    }

    Detection detect() {
        List<Found> found = found();
        return found.isEmpty()
                ? Detection.none("files named like "
                        + LAYOUTS.stream().map(Layout::naming).collect(Collectors.joining("; ")) + " in "
                        + String.join(", ", places()))
                : Detection.own(found.stream().map(this::words).collect(Collectors.joining("; ")));
    }

    /** {@return the one folder and its layout} */
    Found only() {
        List<Found> found = found();
        if (found.isEmpty()) {
            throw new MigrationSourceException("There are no migrations: looked for were " + detect().what()
                    + ". Say by rehearsal.locations (or <locations>) in which folder they are.");
        }
        if (found.size() > 1) {
            throw new MigrationSourceException("There is more than one folder of migrations: "
                    + found.stream().map(this::words).collect(Collectors.joining("; "))
                    + ". Say by rehearsal.locations (or <locations>) which one this rehearsal is for.");
        }
        return found.get(0);
    }

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (String place : places()) {
            Path folder = folder(place);
            List<Path> files = files(folder);
            LAYOUTS.stream()
                    .filter(layout -> files.stream().anyMatch(file -> layout.owns(FileTexts.name(file))))
                    .forEach(layout -> found.add(new Found(folder, layout, read(files, layout))));
        }
        return found;
    }

    private List<String> places() {
        return project.locations().isEmpty() ? USUAL : project.locations();
    }

    private Path folder(String place) {
        String path = place.startsWith(PREFIX) ? place.substring(PREFIX.length()) : place;
        return project.root().toAbsolutePath().resolve(path).normalize();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read the folder " + folder + ": " + e, e);
        }
    }

    private static List<Path> read(List<Path> files, Layout layout) {
        return files.stream()
                .filter(file -> FileTexts.name(file).endsWith(".sql") || layout.owns(FileTexts.name(file)))
                .toList();
    }

    private String words(Found found) {
        String first = found.files.stream()
                .map(FileTexts::name)
                .filter(found.layout::owns)
                .findFirst()
                .orElse("");
        return first + " in " + project.root().toAbsolutePath().normalize().relativize(found.folder) + ", as "
                + found.layout.tool() + " reads it";
    }

    /**
     * A folder of migrations.
     *
     * @param folder which
     * @param layout how its files are named
     * @param files those that the layout reads
     */
    record Found(Path folder, Layout layout, List<Path> files) {
        Found {
            files = List.copyOf(files);
        }
    }
}
