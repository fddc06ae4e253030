package dev.rehearsal.sql;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.Detection;
import dev.rehearsal.spi.RunnerProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the folder of a project's migrations, and the layout in which they are. */
final class Folders {
    private static final List<String> USUAL = List.of(
            "migrations",
            "migrations/*",
            "db/migrations",
            "db/migration",
            "db/migrate",
            "database/migrations",
            "sql/migrations",
            "prisma/migrations",
            "drizzle",
            "drizzle/migrations",
            "hasura/migrations/*",
            "scripts",
            "src/main/resources/migrations",
            "src/main/resources/scripts",
            "src/main/resources/db/migrations",
            "src/main/resources/db/migration");
    private static final String PREFIX = "filesystem:";
    private static final String BELOW = "/*";

    private final RunnerProject project;
    private final List<Layout> layouts;

    Folders(RunnerProject project) {
        this.project = project;
        this.layouts = Layouts.of(project.settings().get("layout"));
    }

    Detection detect() {
        List<Found> found = found();
        return found.isEmpty()
                ? Detection.none(new NothingFound(layouts, places(), existing()).words())
                : Detection.own(found.stream().map(this::words).collect(Collectors.joining("; ")));
    }

    /** {@return the one folder and its layout} */
    Found only() {
        List<Found> found = found();
        if (found.isEmpty()) {
            throw new MigrationSourceException("There are no migrations: looked for was " + detect().what()
                    + ". Say by rehearsal.locations (or <locations>) in which folder they are.");
        }
        Set<Path> folders = new LinkedHashSet<>();
        found.forEach(one -> folders.add(one.folder.path()));
        String all = found.stream().map(this::words).collect(Collectors.joining("; "));
        if (folders.size() > 1) {
            throw new MigrationSourceException("There is more than one folder of migrations: " + all
                    + ". Say by rehearsal.locations (or <locations>) which one this rehearsal is for.");
        }
        if (found.size() > 1) {
            throw new InvalidSettingException("More than one layout fits the files of one folder: " + all
                    + ". Say which one it is: rehearsal.layout="
                    + found.stream()
                            .map(one -> one.layout.traits().id())
                            .collect(Collectors.joining(" or rehearsal.layout="))
                    + ".");
        }
        return found.get(0);
    }

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        places().stream()
                .flatMap(this::folders)
                .distinct()
                .forEach(folder -> layouts.stream()
                        .filter(layout -> layout.fits(folder))
                        .forEach(layout -> found.add(new Found(folder, layout))));
        return found;
    }

    private List<Folder> existing() {
        return places().stream()
                .flatMap(this::folders)
                .distinct()
                .filter(folder -> Files.isDirectory(folder.path()))
                .toList();
    }

    private List<String> places() {
        return project.locations().isEmpty() ? USUAL : project.locations();
    }

    private Stream<Folder> folders(String place) {
        String path = place.startsWith(PREFIX) ? place.substring(PREFIX.length()) : place;
        Path root = project.root().toAbsolutePath().normalize();
        if (!path.endsWith(BELOW)) {
            return Stream.of(new Folder(root.resolve(path).normalize(), root, null));
        }
        Path above =
                root.resolve(path.substring(0, path.length() - BELOW.length())).normalize();
        return new Folder(above, root, null)
                .folders().stream().map(name -> new Folder(above.resolve(name), root, null));
    }

    private String words(Found found) {
        Folder folder = found.folder;
        String first = Stream.of(folder.sql(), folder.files(), folder.folders())
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
        return first + " in " + folder.root().relativize(folder.path()) + ", as "
                + found.layout.traits().tool() + " reads it";
    }

    /**
     * A folder of migrations.
     *
     * @param folder which
     * @param layout how its files are named
     */
    record Found(Folder folder, Layout layout) {}
}
