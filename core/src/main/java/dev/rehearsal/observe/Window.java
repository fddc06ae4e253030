package dev.rehearsal.observe;

import dev.rehearsal.lock.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a migrating session was busy, and so could take or give back locks.
 *
 * @param kind with what
 * @param session which session
 * @param time from when to when
 * @param ran the migration's statement; null if it was the runner's own, or the end of a transaction
 */
record Window(Kind kind, long session, Span time, @Nullable RanStatement ran) {
    /**
     * {@return when a lock can have been taken in it: parsing and planning a query locks what it names, as a writer does at
     * most; every stronger lock is taken when a statement is executed}
     *
     * @param mode how it locks
     */
    Span taking(LockMode mode) {
        return ran != null && mode.rank() > LockMode.WRITER
                ? new Span(Math.min(ran.began(), time.to()), time.to())
                : time;
    }

    /** What a session can be busy with. */
    enum Kind {
        STATEMENT,
        END_OF_TRANSACTION
    }
}
