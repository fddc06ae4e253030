package dev.rehearsal.provider.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data directory as {@code initdb} leaves it, kept beside the programs that made it. A copy takes a fraction of the time.
 * What was damaged, or is cleared by another process at this moment, is told by its number of files and bytes.
 */
final class InitialCluster {
    private static final Logger LOG = LoggerFactory.getLogger(InitialCluster.class);

    /** How a name goes on after that of the programs. */
    private static final String KIND = "-data-";

    private static final String PATTERN = "postgres-*" + KIND + "*";
    private static final int KEPT = 4;
    private static final String DATA = "data";
    private static final String PASSWORD = "password";
    private static final String INVENTORY = "inventory";

    private final BinariesCache cache;
    private final Path directory;

    private InitialCluster(BinariesCache cache, Path directory) {
        this.cache = cache;
        this.directory = directory;
    }

    /**
     * {@return the one of these programs and options; made if there is none}
     *
     * @param cache where it is kept
     * @param programs the directory of the programs, whose name stands for their content
     * @param options what stands for all else that initdb makes of them
     * @param initdb makes one
     */
    static InitialCluster of(BinariesCache cache, Path programs, String options, Initdb initdb) throws IOException {
        String name = programs.getFileName() + KIND + BinariesCache.hash(options);
        Path directory = cache.kept(name, content -> {
            String password = Loopback.randomPassword();
            initdb.make(content.resolve(DATA), password);
            Path file = content.resolve(PASSWORD);
            Files.writeString(Files.createFile(file, Directories.privateFile(file)), password);
            Files.writeString(content.resolve(INVENTORY), inventory(content.resolve(DATA)));
        });
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now()));
        cache.keepNewest(PATTERN, KEPT);
        return new InitialCluster(cache, directory);
    }

    /**
     * {@return the superuser's password in a copy that was just made; empty, and there is neither a copy nor an original any
     * more, if that is not whole}
     *
     * @param data where to; not there yet
     */
    Optional<String> copyTo(Path data) throws IOException {
        try {
            Directories.copy(directory.resolve(DATA), data);
            if (inventory(data).equals(Files.readString(directory.resolve(INVENTORY)))) {
                return Optional.of(Files.readString(directory.resolve(PASSWORD)));
            }
            LOG.debug("{} is not whole", directory);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} cannot be copied", directory, e);
        }
        Directories.delete(data);
        cache.discard(directory);
        return Optional.empty();
    }

    private static String inventory(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.count() + " files, " + Directories.size(data) + " bytes";
        }
    }

    /** Makes a data directory. */
    @FunctionalInterface
    interface Initdb {
        void make(Path data, String password) throws IOException;
    }
}
