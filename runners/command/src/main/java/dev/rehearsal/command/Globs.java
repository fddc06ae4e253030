package dev.rehearsal.command;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** The files that fit a pattern below a project's root. */
final class Globs {
    private Globs() {}

    /** {@return the folder with which a pattern begins, before its first sign that stands for others} */
    static Path base(Path root, String glob) {
        int special = 0;
        while (special < glob.length() && "*?[{\\".indexOf(glob.charAt(special)) < 0) {
            special++;
        }
        int slash = glob.lastIndexOf('/', special);
        return slash < 0 ? root : root.resolve(glob.substring(0, slash)).normalize();
    }

    static PathMatcher matcher(Path root, String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return file -> matcher.matches(root.relativize(file));
    }

    /**
     * {@return the files in the order of their versions}
     *
     * @throws MigrationSourceException if there is no such folder
     */
    static List<Path> files(Path root, String glob, String setting) {
        Path base = base(root, glob);
        PathMatcher matcher = matcher(root, glob);
        if (!Files.isDirectory(base)) {
            throw new MigrationSourceException(
                    "rehearsal." + setting + "=" + glob + ": there is no folder " + root.relativize(base) + ".");
        }
        try (Stream<Path> all = Files.walk(base)) {
            return all.filter(matcher::matches)
                    .filter(Files::isRegularFile)
                    .sorted(Names.ORDER)
                    .toList();
        } catch (IOException e) {
            throw new MigrationSourceException(base + " cannot be read: " + e.getMessage(), e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationSourceException(file + " cannot be read as UTF-8: " + e.getMessage(), e);
        }
    }
}
