package dev.rehearsal.flyway;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.Script;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Reads scripts in the encoding that Flyway reads them in, and finds their sources. */
final class ScriptTexts {
    /** Where a build copies from, by where it copies to: a person edits the source. */
    private static final Map<String, String> SOURCES = Map.of(
            "target/classes", "src/main/resources",
            "target/test-classes", "src/test/resources",
            "build/resources/main", "src/main/resources",
            "build/resources/test", "src/test/resources");

    private final Path base;
    private final List<HistoryProblem> unreadable;

    ScriptTexts(Path base, List<HistoryProblem> unreadable) {
        this.base = base;
        this.unreadable = unreadable;
    }

    /** {@return the script with its text in memory; a script that cannot be decoded is returned as it is} */
    LoadableResource read(LoadableResource file) {
        try (Reader reader = file.read()) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return new TextResource(file, text.toString());
        } catch (CharacterCodingException e) {
            unreadable.add(new HistoryProblem(
                    HistoryProblem.Kind.WRONG_ENCODING,
                    file.getFilename() + " is not written in the encoding that Flyway reads it in.",
                    "Save it in that encoding (UTF-8 unless configured), or set flyway.encoding, or for this file alone"
                            + " 'encoding=…' in " + file.getFilename() + ".conf.",
                    shown(file)));
            return file;
        } catch (IOException e) {
            throw new FlywayException("Unable to read " + file.getAbsolutePath() + ": " + e.getMessage(), e);
        }
    }

    Script script(LoadableResource resource) {
        return new Script(resource.getFilename(), path(resource), text(resource));
    }

    private static String text(LoadableResource resource) {
        if (!(resource instanceof TextResource text)) {
            return "";
        }
        String whole = text.text();
        return whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    }

    private String shown(LoadableResource file) {
        Path path = path(file);
        return path == null ? file.getFilename() : path.toString();
    }

    private @Nullable Path path(LoadableResource resource) {
        String onDisk = resource.getAbsolutePathOnDisk();
        if (onDisk.contains("!")) {
            return null;
        }
        Path path = Path.of(onDisk);
        return Files.isRegularFile(path) ? source(path.normalize()) : null;
    }

    private Path source(Path path) {
        for (Map.Entry<String, String> copied : SOURCES.entrySet()) {
            Path output = base.resolve(copied.getKey());
            if (path.startsWith(output)) {
                Path source = base.resolve(copied.getValue()).resolve(output.relativize(path));
                return sameContent(source, path) ? source : path;
            }
        }
        return path;
    }

    private static boolean sameContent(Path source, Path copy) {
        try {
            return Files.isRegularFile(source) && Files.mismatch(source, copy) == -1;
        } catch (IOException e) {
            return false; // then the copy is named, which is what runs
        }
    }
}
