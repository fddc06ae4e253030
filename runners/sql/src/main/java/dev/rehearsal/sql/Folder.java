package dev.rehearsal.sql;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which migrations may be, as it is now or was at an earlier time.
 *
 * @param path which
 * @param root the project's root, above which nothing is looked for
 * @param then its files of an earlier time; null for those of now
 */
record Folder(Path path, Path root, @Nullable EarlierFiles then) {
    private static final int HEAD = 1 << 16;

    /** {@return the names of its files, in their order} */
    List<String> files() {
        return names(file -> then != null || Files.isRegularFile(file));
    }

    /** {@return the names of its folders, in their order} */
    List<String> folders() {
        if (then == null) {
            return names(Files::isDirectory);
        }
        return then.below(path).stream()
                .map(path::relativize)
                .filter(file -> file.getNameCount() > 1)
                .map(file -> file.getName(0).toString())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> names(Predicate<Path> kind) {
        if (then == null && !Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = then == null ? Files.list(path) : then.below(path).stream()) {
            return files.filter(file -> path.equals(file.getParent()))
                    .filter(kind)
                    .map(FileTexts::name)
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read the folder " + path + ": " + e, e);
        }
    }

    /** {@return its SQL files} */
    List<String> sql() {
        return files().stream().filter(name -> name.endsWith(".sql")).toList();
    }

    /** {@return whether one of its files is named so} */
    boolean named(Pattern pattern) {
        return files().stream().anyMatch(name -> pattern.matcher(name).matches());
    }

    /** {@return whether one of its SQL files that begin with a number has such a line} */
    boolean says(Pattern line) {
        return sql().stream()
                .filter(name -> Character.isDigit(name.charAt(0)))
                .filter(name -> !name.endsWith(".up.sql") && !name.endsWith(".down.sql")) // halves hold no markers
                .anyMatch(name -> head(path.resolve(name))
                        .lines()
                        .anyMatch(one -> line.matcher(one).matches()));
    }

    /** {@return whether it holds this, a path below it} */
    boolean has(String file) {
        return bytes(path.resolve(file)) != null;
    }

    /** {@return whether a file of this name, here or above it up to the root, speaks of something} */
    boolean project(String file, String of) {
        for (Path at = path; at != null && at.startsWith(root); at = at.getParent()) {
            Path candidate = at.resolve(file);
            if (Files.isRegularFile(candidate) && head(candidate).contains(of)) {
                return true;
            }
        }
        return false;
    }

    /** {@return what a file holds; null if it is not there} */
    byte @Nullable [] bytes(Path file) {
        try {
            return then != null ? then.content(file) : Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e, e);
        }
    }

    /** {@return the same folder at an earlier time} */
    Folder at(EarlierFiles time) {
        return new Folder(path, root, time);
    }

    private String head(Path file) {
        byte[] bytes = bytes(file);
        return bytes == null ? "" : new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
