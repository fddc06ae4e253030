package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.RunOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private directory of one server, locked for as long as its process lives; the operating system lets go of it. */
final class RunDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);
    static final String PREFIX = "rehearsal-pg-"; // of any engine: whoever cleans up finds all of them
    static final String LOCK = "owner.lock";

    private final Path path;
    private final FileChannel channel;
    private final Thread hook = new Thread(this::closeAtExit, "rehearsal-close");
    private final Deque<ServerProcess> servers = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes one below the parent; a sweep that takes it between its making and its locking only costs another try. */
    static RunDirectory create(Path parent) throws IOException {
        for (int tries = 0; tries < 3; tries++) {
            Path path = Files.createTempDirectory(parent, prefixOf(RunOwner.current()), Directories.privately(parent));
            FileChannel channel = lock(path.resolve(LOCK));
            if (channel != null) {
                RunDirectory run = new RunDirectory(path.toRealPath(), channel);
                Runtime.getRuntime().addShutdownHook(run.hook);
                return run;
            }
        }
        throw new IOException("Cannot lock a directory below " + parent);
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    /** {@return how the names of a process's directories begin} */
    static String prefixOf(RunOwner owner) {
        return PREFIX + owner.pid() + "-" + Long.toString(owner.started(), Character.MAX_RADIX) + "-";
    }

    Path path() {
        return path;
    }

    /** The data directory, which the server itself makes. */
    Path data() {
        return path.resolve("data");
    }

    /** Names a server that lives here: it is closed first. */
    void occupy(ServerProcess process) {
        servers.addLast(process);
    }

    /** Names a server that lives here no more. */
    void vacate(ServerProcess process) {
        servers.remove(process);
    }

    /** {@return the last lines that the server wrote, of several the newest} */
    String log() {
        ServerProcess process = servers.peekLast();
        return process == null ? "" : process.log();
    }

    /** Stops its servers and removes all of it; also done when the process ends without having done so. */
    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (channel) {
            servers.forEach(ServerProcess::close);
            Directories.delete(path);
        } finally {
            forgetHook();
        }
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} stays until the next run", path, e);
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.trace("the hook is running", e);
        }
    }
}
