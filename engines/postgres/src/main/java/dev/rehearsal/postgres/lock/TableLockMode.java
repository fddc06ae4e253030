package dev.rehearsal.postgres.lock;

import dev.rehearsal.lock.LockMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table-level lock modes of PostgreSQL, weakest first, and which of them conflict.
 *
 * <p>Source: PostgreSQL documentation, chapter "Explicit Locking", table "Conflicting Lock Modes".
 */
public enum TableLockMode {
    ACCESS_SHARE(0, "AccessShareLock", 0b10000000),
    ROW_SHARE(1, "RowShareLock", 0b11000000),
    ROW_EXCLUSIVE(2, "RowExclusiveLock", 0b11110000),
    SHARE_UPDATE_EXCLUSIVE(3, "ShareUpdateExclusiveLock", 0b11111000),
    SHARE(4, "ShareLock", 0b11101100),
    SHARE_ROW_EXCLUSIVE(5, "ShareRowExclusiveLock", 0b11111100),
    EXCLUSIVE(6, "ExclusiveLock", 0b11111110),
    ACCESS_EXCLUSIVE(7, "AccessExclusiveLock", 0b11111111);

    private static final Map<String, LockMode> BY_NAME = Stream.of(values())
            .map(TableLockMode::mode)
            .collect(Collectors.toUnmodifiableMap(LockMode::name, Function.identity()));

    private final int level;
    private final String catalogName;
    private final int conflicts;

    TableLockMode(int level, String catalogName, int conflicts) {
        this.level = level;
        this.catalogName = catalogName;
        this.conflicts = conflicts;
    }

    /** {@return what others need to know of it} */
    public LockMode mode() {
        return new LockMode(
                catalogName,
                name().replace('_', ' '),
                level,
                conflictsWith(ACCESS_SHARE), // which readers ask for
                conflictsWith(ROW_EXCLUSIVE)); // which writers ask for
    }

    /**
     * {@return whether a session that asks for the other mode must wait while this one is held}
     *
     * @param other the mode asked for
     */
    public boolean conflictsWith(TableLockMode other) {
        return (conflicts & (1 << other.level)) != 0;
    }

    /**
     * {@return the mode of that name in {@code pg_locks.mode}, or empty for modes that are not of tables}
     *
     * @param name as in {@code pg_locks.mode}
     */
    public static Optional<LockMode> ofCatalogName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
