package dev.rehearsal.command;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of the migrations' folder that ends at a version, for tools that know no single steps. */
final class StagedFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StagedFolder.class);

    private final Path folder;

    private StagedFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes one. Inside the project, where what the files refer to is found.
     *
     * @param later the files of versions after it, which are left out
     */
    static StagedFolder of(CommandSettings settings, List<Version> later) {
        String glob = settings.files();
        if (glob == null) {
            throw new MigrationSourceException(
                    "{dir} is a copy of the folder of rehearsal.command.files, which is not set.");
        }
        Path base = Globs.base(settings.root(), glob);
        Set<Path> out = later.stream()
                .flatMap(version -> Stream.of(version.file(), undo(version)))
                .collect(Collectors.toSet());
        Path folder = settings.root()
                .resolve("target/rehearsal-staged")
                .resolve(UUID.randomUUID().toString());
        StagedFolder staged = new StagedFolder(folder.resolve(base.getFileName()));
        try (Stream<Path> all = Files.walk(base)) {
            for (Path file : all.filter(file -> !out.contains(file)).toList()) {
                Path copy = staged.folder.resolve(base.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
            return staged;
        } catch (IOException e) {
            staged.close();
            throw new MigrationSourceException("The folder " + base + " cannot be copied: " + e, e);
        }
    }

    private static Path undo(Version version) {
        return version.wayBack().script() == null || version.wayBack().script().path() == null
                ? Path.of("")
                : version.wayBack().script().path();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        Path top = folder.getParent();
        try (Stream<Path> all = Files.walk(top)) {
            List<Path> files = new ArrayList<>(all.toList());
            Collections.reverse(files);
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be removed: {}", top, e.getMessage());
        }
    }
}
