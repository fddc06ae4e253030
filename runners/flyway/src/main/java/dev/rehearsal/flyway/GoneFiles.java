package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.EarlierFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Flyway read at an earlier time, and does not find any more. */
final class GoneFiles {
    private static final String FILES = "filesystem:";
    private static final String RESOURCES = "classpath:";
    private static final String SETTINGS = ".conf";

    private final Path base;
    private final EarlierFiles then;
    private final FileNames names;
    private final Set<Path> roots;

    /**
     * Makes it.
     *
     * @param roots the folders of resources, besides the project's own, in which locations of the class path may be
     */
    GoneFiles(Path base, EarlierFiles then, FileNames names, Collection<Path> roots) {
        this.base = base;
        this.then = then;
        this.names = names;
        this.roots = new TreeSet<>(roots);
        this.roots.add(base.resolve("src/main/resources"));
        this.roots.add(base.resolve("src/test/resources"));
        EditedFiles.CODE.forEach(code -> this.roots.add(base.resolve("src/main").resolve(code)));
    }

    /**
     * One that is gone.
     *
     * @param path where it was
     * @param name what its name says; of a script's settings, that of the script
     * @param form what it is
     */
    record Gone(Path path, FileNames.FileName name, Form form) {
        boolean settings() {
            return form == Form.SETTINGS;
        }

        String fileName() {
            return String.valueOf(path.getFileName());
        }

        boolean isOf(Kind kind) {
            return form == Form.SCRIPT && name.kind() == kind;
        }
    }

    /** What a file may be. */
    enum Form {
        SCRIPT,
        SETTINGS,
        CODE
    }

    /**
     * {@return those of these locations, by their names}
     *
     * @param now where Flyway looks now
     * @param before where it looked, as far as that is known
     * @param found what it has found there
     */
    List<Gone> of(Collection<String> now, Collection<String> before, Set<Path> found) {
        Map<Path, Gone> gone = new LinkedHashMap<>();
        Stream.concat(now.stream(), before.stream())
                .distinct()
                .flatMap(this::folders)
                .flatMap(folder -> then.below(folder).stream())
                .filter(file -> !found.contains(file))
                .filter(file -> !Files.exists(file)
                        || now.stream().flatMap(this::folders).noneMatch(file::startsWith))
                .map(this::recognised)
                .filter(Objects::nonNull)
                .forEach(one -> gone.putIfAbsent(one.path(), one));
        return gone.values().stream().sorted(Comparator.comparing(Gone::path)).toList();
    }

    private Stream<Path> folders(String location) {
        String resolved = FlywaySettings.resolve(location, base);
        if (resolved.startsWith(FILES)) {
            return EditedFiles.edited(Path.of(withoutWildcards(resolved.substring(FILES.length())))
                    .normalize());
        }
        String inside = resolved.startsWith(RESOURCES) ? resolved.substring(RESOURCES.length()) : resolved;
        return inside.contains(":")
                ? Stream.empty()
                : roots.stream().map(root -> root.resolve(withoutWildcards(inside.replaceFirst("^/+", ""))));
    }

    /** The folder above the first name that stands for several. */
    private static String withoutWildcards(String path) {
        int wildcard = path.replace('?', '*').indexOf('*');
        return wildcard < 0 ? path : path.substring(0, Math.max(0, path.lastIndexOf('/', wildcard)));
    }

    private @Nullable Gone recognised(Path file) {
        String name = String.valueOf(file.getFileName());
        String bare = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        Form form = EditedFiles.LANGUAGES.stream().anyMatch(language -> name.equals(bare + "." + language))
                ? Form.CODE
                : name.equals(bare + SETTINGS) ? Form.SETTINGS : Form.SCRIPT;
        FileNames.FileName said = names.of(
                switch (form) {
                    case SCRIPT -> name;
                    case SETTINGS -> bare;
                    case CODE -> names.script(bare);
                });
        boolean neverCode = said.kind() == Kind.UNDO || said.kind() == Kind.CALLBACK;
        boolean nothing = said.kind() == Kind.UNRECOGNISED || (form == Form.CODE && neverCode);
        return nothing ? null : new Gone(file, said, form);
    }
}
