package dev.rehearsal.database.embedded;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears what killed processes left: a directory whose lock is free, and the server that may still run in it. */
final class AbandonedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedRuns.class);

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
            if (Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)
                    && Directories.isOurs(run)
                    && Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
                clearIfFree(run, lock);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} stays until the next run", run, e);
        }
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
