package dev.rehearsal.lock;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lock that the migrating session held, or waited for in vain. Times are milliseconds; instants are relative to the
 * start of the phase.
 *
 * @param relation the table or other relation, for a reader; indexes and TOAST tables are attributed in {@code via}
 * @param via the index, TOAST table or partition that was really locked, when it is not the relation itself
 * @param mode the lock mode
 * @param acquiredMs when it was granted
 * @param heldMs from grant to release
 * @param waitedMs how long the session waited for it
 * @param boundMs the true held time lies between {@code heldMs - boundMs} and {@code heldMs}
 * @param line the line of the statement that took it; null when it was taken outside any statement of the script
 * @param createdHere whether the migration itself made the relation, so that no one else can wait for it
 * @param seen how it is known
 */
public record HeldLock(
        String relation,
        @Nullable String via,
        LockMode mode,
        double acquiredMs,
        double heldMs,
        double waitedMs,
        double boundMs,
        @Nullable Integer line,
        boolean createdHere,
        Seen seen) {
    /** {@return whom it makes wait: no one, if the migration itself made the relation} */
    public List<String> blocks() {
        if (createdHere) {
            return List.of();
        }
        return Stream.of(mode.blocksReads() ? "reads" : "", mode.blocksWrites() ? "writes" : "")
                .filter(whom -> !whom.isEmpty())
                .toList();
    }

    /** How a lock is known. */
    public enum Seen {
        /** At a statement's boundary: exact to the bound. */
        AT_BOUNDARY,
        /** By polling inside a statement: bounded by the polling interval. */
        BY_POLLING,
        /** In the log of what was written, after the fact: bounded by its statement's time. */
        IN_LOG,
        /** Because a canary had to wait: bounded by its wait. */
        BY_CANARY,
        /** Nobody saw it, but such a statement always takes it: bounded by its time, or by canaries that got through. */
        BY_STATEMENT
    }
}
