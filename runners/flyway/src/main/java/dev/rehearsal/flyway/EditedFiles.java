package dev.rehearsal.flyway;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunnerInput.Change;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a person edits behind what Flyway is given, which may be a copy that a build has made, in this module or in
 * another, and says what has become of it. What has no source is not said to be the same.
 */
final class EditedFiles {
    private static final List<String> OUTPUTS = List.of(
            "target/classes",
            "target/test-classes",
            "build/resources/main",
            "build/resources/test",
            "build/classes/java/main",
            "build/classes/java/test");
    private static final List<String> RESOURCES = List.of("src/main/resources", "src/test/resources");
    /** How the names of sources end. */
    static final List<String> LANGUAGES = List.of("java", "kt", "groovy", "scala");
    /** In which folders below {@code src/main} sources are. */
    static final List<String> CODE = List.of("java", "kotlin", "groovy", "scala");

    private final EarlierFiles then;
    private final Charset encoding;
    private final Set<Path> roots = new TreeSet<>();

    EditedFiles(EarlierFiles then, Charset encoding) {
        this.then = then;
        this.encoding = encoding;
    }

    /**
     * What was found.
     *
     * @param change what has become of it
     * @param path what a person edits; null if that was not found
     * @param detail why it cannot be told; null if it can
     */
    record Found(
            Change change, @Nullable Path path, @Nullable String detail) {
        static Found unknown(String why) {
            return new Found(Change.UNKNOWN, null, why);
        }
    }

    /** {@return the folders of resources in which sources were found} */
    Set<Path> roots() {
        return roots;
    }

    Found of(LoadableResource resource) {
        String onDisk = resource.getAbsolutePathOnDisk();
        if (onDisk.contains("!")) {
            String end = "/" + onDisk.substring(onDisk.lastIndexOf('!') + 1).replaceFirst("^/+", "");
            return worst(
                    then.endingWith(end).stream()
                            .filter(file -> sameText(file, resource))
                            .toList(),
                    "it is in a jar, and nothing in the repository is its source");
        }
        Path path = Path.of(onDisk).toAbsolutePath().normalize();
        Output output = Output.of(path);
        return output == null ? found(path) : ofCopy(output);
    }

    private Found ofCopy(Output output) {
        return output.sources(RESOURCES, List.of(""))
                .findFirst()
                .map(this::found)
                .orElseGet(() -> Found.unknown("it is made by the build, or left over from one"));
    }

    Found of(Class<?> type) {
        String outermost = type.getName().replaceFirst("\\$.*", "").replace('.', '/');
        Path place = place(type);
        Output output = place == null ? null : Output.of(place.resolve(outermost));
        List<String> suffixes = LANGUAGES.stream().map(suffix -> "." + suffix).toList();
        List<Path> candidates = new ArrayList<>();
        if (output != null) {
            List<String> folders = Stream.of("src/main/", "src/test/")
                    .flatMap(side -> CODE.stream().map(side::concat))
                    .toList();
            output.sources(folders, suffixes)
                    .filter(file -> file.startsWith(then.root()))
                    .forEach(candidates::add);
        }
        if (candidates.isEmpty()) {
            suffixes.forEach(suffix -> candidates.addAll(then.endingWith("/" + outermost + suffix)));
        }
        return worst(candidates, "its source was not found");
    }

    private static @Nullable Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        try {
            return location == null || !location.getProtocol().equals("file") ? null : Path.of(location.toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Of several that may be meant, one that has changed is enough. */
    private Found worst(List<Path> candidates, String otherwise) {
        List<Found> found = candidates.stream().map(this::found).toList();
        return found.stream()
                .filter(one -> one.change() != Change.SAME)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseGet(() -> Found.unknown(otherwise));
    }

    private Found found(Path file) {
        for (String folder : RESOURCES) {
            int end = file.toString().replace('\\', '/').indexOf("/" + folder + "/");
            if (end >= 0) {
                roots.add(Path.of(file.toString().substring(0, end + folder.length() + 1)));
            }
        }
        Change change = then.change(file);
        return new Found(change, file, change == Change.UNKNOWN ? "it is not in the repository" : null);
    }

    private boolean sameText(Path file, LoadableResource resource) {
        try (Reader reader = resource.read()) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return Files.isRegularFile(file)
                    && Files.readString(file, encoding)
                            .lines()
                            .toList()
                            .equals(text.toString().lines().toList());
        } catch (IOException e) {
            return false; // then it is not known to be its source
        }
    }

    /** {@return a text as it was} */
    @Nullable
    String before(Path file) {
        byte[] content = then.content(file);
        if (content == null) {
            return null;
        }
        String text = new String(content, encoding);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** {@return the folders that a person edits behind a folder that a build has made; else the folder itself} */
    static Stream<Path> edited(Path folder) {
        Output output = Output.of(folder.resolve("x"));
        return output == null
                ? Stream.of(folder)
                : RESOURCES.stream()
                        .map(resources -> output.module().resolve(resources).resolve(output.inside()))
                        .map(Path::getParent)
                        .filter(Objects::nonNull);
    }

    /** {@return a text as it is; null if there is none} */
    static @Nullable String now(Path file, Charset encoding) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, encoding) : null;
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * A file that a build has made.
     *
     * @param module the module's root
     * @param inside where it is in the folder of what is made
     */
    private record Output(Path module, String inside) {
        static @Nullable Output of(Path path) {
            String text = path.toString().replace('\\', '/');
            for (String output : OUTPUTS) {
                int at = text.lastIndexOf("/" + output + "/");
                if (at >= 0) {
                    return new Output(Path.of(text.substring(0, at + 1)), text.substring(at + output.length() + 2));
                }
            }
            return null;
        }

        Stream<Path> sources(List<String> folders, List<String> suffixes) {
            return folders.stream()
                    .flatMap(folder -> suffixes.stream()
                            .map(suffix -> module.resolve(folder).resolve(inside + suffix)))
                    .filter(Files::isRegularFile);
        }
    }
}
