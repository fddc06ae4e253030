package dev.rehearsal.observe;

import dev.rehearsal.lock.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a lock was awaited or held, so that others could have to wait.
 *
 * @param table the number of the table that was locked, itself or through a part of it
 * @param mode how
 * @param time from asking to giving back
 * @param ran the statement that took it; null if none of the migration's did
 */
record Harm(long table, LockMode mode, Span time, @Nullable RanStatement ran) {
    long overlap(Span other) {
        return time.overlap(other);
    }
}
