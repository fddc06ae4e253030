package dev.rehearsal.mariadb.watch;

import dev.rehearsal.lock.LockMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look has seen of one table. Not safe for use by several threads.
 *
 * <p>Without its plugin, the server tells of each lock only as what it was asked for first: an ALTER TABLE reads
 * SHARED_UPGRADABLE from its beginning to its end, also while nobody else gets to the table. What such a lock has become is
 * then told by those who wait for it.
 */
final class OnTable {
    private final String schema;
    private final String name;
    private final boolean exact;
    private final List<Lock> locks = new ArrayList<>();
    private boolean readerWaits;
    private boolean writerWaits;

    OnTable(String schema, String name, boolean exact) {
        this.schema = schema;
        this.name = name;
        this.exact = exact;
    }

    String schema() {
        return schema;
    }

    String name() {
        return name;
    }

    String place() {
        return schema + '\0' + name;
    }

    /** {@return the locks of migrating sessions} */
    List<Lock> locks() {
        return locks;
    }

    void migrating(long session, MetadataLockMode told, boolean pending) {
        locks.add(new Lock(session, sure(told, pending).mode(), pending));
    }

    /** It is asked for first and given back sooner by some, and comes to be more with others. */
    private MetadataLockMode sure(MetadataLockMode told, boolean pending) {
        return exact || pending || told != MetadataLockMode.SHARED_NO_WRITE ? told : MetadataLockMode.SHARED_UPGRADABLE;
    }

    void other(MetadataLockMode told, boolean pending) {
        readerWaits |= pending && told == MetadataLockMode.SHARED_READ;
        writerWaits |= pending && told == MetadataLockMode.SHARED_WRITE;
    }

    /** {@return the lock that others wait for, where it is not one that is told; null if none} */
    @Nullable
    MetadataLockMode blocking() {
        boolean queued = locks.stream().anyMatch(Lock::pending);
        if (exact || queued || !(readerWaits || writerWaits)) {
            return null;
        }
        boolean told =
                locks.stream().map(Lock::mode).anyMatch(mode -> readerWaits ? mode.blocksReads() : mode.blocksWrites());
        if (told) {
            return null;
        }
        return readerWaits ? MetadataLockMode.EXCLUSIVE : MetadataLockMode.SHARED_NO_WRITE;
    }

    /** {@return the strongest lock that a migrating session holds; null if none does} */
    @Nullable
    Lock holder() {
        return locks.stream()
                .filter(lock -> !lock.pending())
                .max((a, b) -> a.mode().compareTo(b.mode()))
                .orElse(null);
    }

    /** A lock of a migrating session. */
    record Lock(long session, LockMode mode, boolean pending) {}
}
