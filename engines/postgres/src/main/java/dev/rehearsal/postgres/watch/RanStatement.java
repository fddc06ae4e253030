package dev.rehearsal.postgres.watch;

import dev.rehearsal.migration.RunStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the migration that has ended.
 *
 * @param source what was sent
 * @param session by which session
 * @param time from sending to its end
 * @param began when at the earliest the server began to execute it; the sending, if not known
 * @param wal positions in the write-ahead log before and after; null if not looked at
 * @param transactional whether its locks outlive it
 * @param failed whether it failed
 */
record RanStatement(
        RunStatement source,
        long session,
        Span time,
        long began,
        @Nullable Span wal,
        boolean transactional,
        boolean failed) {
    long walBytes() {
        return wal == null ? 0 : wal.to() - wal.from();
    }

    long nanos() {
        return time.to() - time.from();
    }
}
