package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.RunOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears what killed processes left: a directory whose lock is free, and the server that may still run in it. */
final class AbandonedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedRuns.class);

    private static final Duration SURELY_LOCKED = Duration.ofMinutes(10);

    private final Path parent;

    AbandonedRuns(Path parent) {
        this.parent = parent;
    }

    /** Clears all of them; one that cannot be cleared is left for the next run and does not stop this one. */
    void clear() throws IOException {
        String ours = RunDirectory.prefixOf(RunOwner.current());
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(parent, RunDirectory.PREFIX + "*")) {
            for (Path run : runs) {
                // closing a second channel would free the locks that this process holds
                if (!run.getFileName().toString().startsWith(ours)) {
                    tryToClear(run);
                }
            }
        }
    }

    private static void tryToClear(Path run) {
        Path lock = run.resolve(RunDirectory.LOCK);
        try {
            if (!Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS) || !Directories.isOurs(run)) {
                return;
            }
            if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
                clearIfFree(run, lock);
            } else if (isHalfDeleted(run)) {
                Directories.delete(run);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} stays until the next run", run, e);
        }
    }

    /** Who was killed while deleting may have deleted the lock first; whoever has just made a directory locks it at once. */
    private static boolean isHalfDeleted(Path run) throws IOException {
        Instant changed =
                Files.getLastModifiedTime(run, LinkOption.NOFOLLOW_LINKS).toInstant();
        return changed.isBefore(Instant.now().minus(SURELY_LOCKED)) && !ServerProcesses.mayRunIn(run.toRealPath());
    }

    private static void clearIfFree(Path run, Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                LOG.debug("clearing {}, whose process is gone", run);
                ServerProcesses.kill(run.toRealPath());
                Directories.delete(run);
            }
        }
    }
}
