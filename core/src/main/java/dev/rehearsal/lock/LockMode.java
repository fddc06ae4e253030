package dev.rehearsal.lock;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table-level lock modes of PostgreSQL, weakest first, and which of them conflict.
 *
 * <p>Source: PostgreSQL documentation, chapter "Explicit Locking", table "Conflicting Lock Modes".
 */
public enum LockMode {
    ACCESS_SHARE(0, "AccessShareLock", 0b10000000),
    ROW_SHARE(1, "RowShareLock", 0b11000000),
    ROW_EXCLUSIVE(2, "RowExclusiveLock", 0b11110000),
    SHARE_UPDATE_EXCLUSIVE(3, "ShareUpdateExclusiveLock", 0b11111000),
    SHARE(4, "ShareLock", 0b11101100),
    SHARE_ROW_EXCLUSIVE(5, "ShareRowExclusiveLock", 0b11111100),
    EXCLUSIVE(6, "ExclusiveLock", 0b11111110),
    ACCESS_EXCLUSIVE(7, "AccessExclusiveLock", 0b11111111);

    private final int level;
    private final String catalogName;
    private final int conflicts;

    LockMode(int level, String catalogName, int conflicts) {
        this.level = level;
        this.catalogName = catalogName;
        this.conflicts = conflicts;
    }

    /** {@return the name in {@code pg_locks.mode}} */
    public String catalogName() {
        return catalogName;
    }

    /** {@return the name in the documentation: {@code ACCESS EXCLUSIVE}} */
    public String sqlName() {
        return name().replace('_', ' ');
    }

    /**
     * {@return whether a session that asks for the other mode must wait while this one is held}
     *
     * @param other the mode asked for
     */
    public boolean conflictsWith(LockMode other) {
        return (conflicts & (1 << other.level)) != 0;
    }

    /** {@return whether a SELECT must wait} */
    public boolean blocksReads() {
        return conflictsWith(ACCESS_SHARE);
    }

    /** {@return whether an INSERT, UPDATE or DELETE must wait} */
    public boolean blocksWrites() {
        return conflictsWith(ROW_EXCLUSIVE);
    }

    /**
     * {@return the mode of that name in {@code pg_locks.mode}, or empty for modes that are not of tables}
     *
     * @param name as in {@code pg_locks.mode}
     */
    public static Optional<LockMode> ofCatalogName(String name) {
        return Stream.of(values()).filter(m -> m.catalogName.equals(name)).findFirst();
    }
}
