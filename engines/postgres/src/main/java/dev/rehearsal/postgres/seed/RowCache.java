package dev.rehearsal.postgres.seed;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory of rows that earlier runs made, one file for each key. Builds at the same time may share it: a file appears
 * whole or not at all, and only who holds the lock removes any. It never grows beyond its limit for long.
 */
final class RowCache {
    /** What a cache may hold when nothing else is said, in bytes. */
    static final long LIMIT = 4L << 30;

    private static final String KEPT = ".rows";
    private static final String PART = "part-";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;
    private final long limit;

    RowCache(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /** {@return where the rows of a key are, or would be} */
    Path file(String key) {
        return directory.resolve(key + KEPT);
    }

    /** {@return whether there are rows of the key; they then count as used just now} */
    boolean has(String key) throws IOException {
        if (!Files.exists(file(key))) {
            return false;
        }
        Files.setLastModifiedTime(file(key), FileTime.from(Instant.now()));
        return true;
    }

    /** {@return a new file to write rows into, which is not yet the key's} */
    Path part() throws IOException {
        Files.createDirectories(directory);
        return Files.createTempFile(directory, PART, "");
    }

    /** Makes the written file the key's, and makes room by removing what was not used for longest. */
    void keep(Path part, String key) throws IOException {
        Files.move(part, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        synchronized (RowCache.class) {
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                if (alone.isValid()) {
                    evict();
                }
            }
        }
    }

    private void evict() throws IOException {
        long total = 0;
        for (Path file : newestFirst()) {
            boolean part = file.getFileName().toString().startsWith(PART);
            boolean abandoned = part && modified(file).isBefore(Instant.now().minus(ABANDONED));
            total += part ? 0 : Files.size(file);
            if (abandoned || (!part && total > limit)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(KEPT)
                            || file.getFileName().toString().startsWith(PART))
                    .sorted(Comparator.comparing(RowCache::modified).reversed())
                    .toList();
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // gone meanwhile
        }
    }
}
