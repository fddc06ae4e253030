package dev.rehearsal.report.ci;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.RehearsalReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the scripts that findings name lie in the repository, and what stands in them. */
final class SourceFiles {
    private static final String SETTINGS = "rehearsal.yaml";

    private final Path root;
    private final Map<String, Script> scripts = new HashMap<>();

    SourceFiles(RehearsalReport report, Path root) {
        this(report.migrations().stream().map(m -> m.facts().migration()).flatMap(SourceFiles::scripts), root);
    }

    SourceFiles(Stream<Script> scripts, Path root) {
        this.root = root.toAbsolutePath().normalize();
        scripts.forEach(s -> this.scripts.put(s.name(), s));
    }

    private static Stream<Script> scripts(Migration migration) {
        return Stream.of(migration.script(), migration.undo()).filter(Objects::nonNull);
    }

    /**
     * {@return the script's path below the root as it stands in a repository, or the name that the finding gives it; the
     * project's settings for a finding of no file}
     */
    String path(Finding finding) {
        String file = finding.file() == null ? project() : finding.file();
        Script script = scripts.get(file);
        Path path = script == null ? null : script.path();
        if (path == null) {
            return file.replace('\\', '/');
        }
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    /** What is true of the whole project is set there. */
    private String project() {
        return Files.exists(root.resolve(SETTINGS)) ? SETTINGS : "pom.xml";
    }

    /** {@return the same as a relative or absolute URI reference} */
    String uri(Finding finding) {
        String path = Arrays.stream(path(finding).split("/", -1))
                .map(s -> URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return path.startsWith("/") ? "file://" + path : path;
    }

    /** {@return the line that the finding points at, or null if it is not known} */
    @Nullable
    String line(Finding finding) {
        return Fingerprints.line(finding, scripts.values());
    }
}
