package dev.rehearsal.postgres.watch;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a migrating session was busy, and so could take or give back locks.
 *
 * @param kind with what
 * @param pid which session
 * @param time from when to when
 * @param ran the migration's statement; null if it was the runner's own, or the end of a transaction
 */
record Window(Kind kind, int pid, Span time, @Nullable Ran ran) {
    /** What a session can be busy with. */
    enum Kind {
        STATEMENT,
        END_OF_TRANSACTION
    }
}
