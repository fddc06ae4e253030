package dev.rehearsal.postgres.seed;

import dev.rehearsal.progress.Progress;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** The rows of one key on their way into a cache or out of it. A cache that fails costs time and nothing else. */
final class KeptRows {
    private static final int PACKET = 64 * 1024;
    private static final int TRAILER = Long.BYTES;

    private final RowCache cache;
    private final String key;
    private final Progress progress;
    private final CRC32C checksum = new CRC32C();
    private @Nullable Path part;
    private @Nullable DataOutputStream open;

    KeptRows(RowCache cache, String key, Progress progress) {
        this.cache = cache;
        this.key = key;
        this.progress = progress;
    }

    boolean exist() {
        try {
            return cache.has(key);
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends all rows; throws IOException, before the last of them can be accepted, if they are not as they were kept. */
    void send(CopyIn in) throws IOException, SQLException {
        Path file = cache.file(key);
        long left = Files.size(file) - TRAILER;
        byte[] packet = new byte[PACKET];
        try (DataInputStream rows = new DataInputStream(Files.newInputStream(file))) {
            while (left > 0) {
                int read = rows.read(packet, 0, (int) Math.min(PACKET, left));
                if (read < 0) {
                    break;
                }
                checksum.update(packet, 0, read);
                in.writeToCopy(packet, 0, read);
                left -= read;
            }
            if (left != 0 || rows.readLong() != checksum.getValue()) {
                throw new IOException("its checksum is wrong");
            }
        }
    }

    /** Removes what cannot be used. */
    void discard(Exception reason) {
        checksum.reset();
        progress.report("  discarded " + cache.file(key) + " of the cache: " + reason.getMessage());
        try {
            Files.deleteIfExists(cache.file(key));
        } catch (IOException e) {
            giveUp(e);
        }
    }

    void begin() {
        try {
            Path file = cache.part();
            part = file;
            open = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), PACKET));
        } catch (IOException e) {
            giveUp(e);
        }
    }

    void add(byte[] bytes, int length) {
        DataOutputStream target = open;
        if (target != null) {
            try {
                target.write(bytes, 0, length);
                checksum.update(bytes, 0, length);
            } catch (IOException e) {
                giveUp(e);
            }
        }
    }

    /** Keeps what was added, once the server has accepted all of it. */
    void keep() {
        DataOutputStream target = open;
        Path file = part;
        if (target != null && file != null) {
            try {
                target.writeLong(checksum.getValue());
                target.close();
                cache.keep(file, key);
            } catch (IOException e) {
                giveUp(e);
            }
        }
        part = null;
        close();
    }

    /** Forgets what was added and not kept. */
    void close() {
        DataOutputStream target = open;
        Path file = part;
        open = null;
        part = null;
        try {
            if (target != null) {
                target.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            progress.report("  " + file + " stays in the cache: " + e.getMessage());
        }
    }

    private void giveUp(IOException reason) {
        progress.report("  the cache " + cache.file(key).getParent() + " cannot be used: " + reason);
        close();
    }
}
