package dev.rehearsal.mariadb.watch;

import dev.rehearsal.lock.LockMode;
import java.util.Locale;
import java.util.Optional;

/**
 * The metadata locks of MariaDB on tables, weakest first, and whom they block: readers ask for SHARED_READ, writers for
 * SHARED_WRITE.
 *
 * <p>Source: MariaDB's {@code sql/mdl.h} and {@code sql/mdl.cc}, "Matrix of compatible lock types"; each was seen on 10.11.
 */
enum MetadataLockMode {
    SHARED(0, false, false),
    SHARED_HIGH_PRIO(0, false, false),
    SHARED_READ(LockMode.READER, false, false),
    SHARED_WRITE(LockMode.WRITER, false, false),
    /** What a change of the definition begins with: it waits for no one, and may become stronger. */
    SHARED_UPGRADABLE(3, false, false),
    SHARED_READ_ONLY(4, false, true),
    SHARED_NO_WRITE(5, false, true),
    SHARED_NO_READ_WRITE(6, true, true),
    EXCLUSIVE(7, true, true);

    private static final String PREFIX = "MDL_";

    private final int rank;
    private final boolean blocksReads;
    private final boolean blocksWrites;

    MetadataLockMode(int rank, boolean blocksReads, boolean blocksWrites) {
        this.rank = rank;
        this.blocksReads = blocksReads;
        this.blocksWrites = blocksWrites;
    }

    LockMode mode() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new LockMode(name(), words + " metadata lock", rank, blocksReads, blocksWrites);
    }

    /** {@return the mode of that name, as either of the server's tables writes it; empty for one that is not of tables} */
    static Optional<MetadataLockMode> of(String name) {
        String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        for (MetadataLockMode mode : values()) {
            if (mode.name().equals(plain)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
