package dev.rehearsal.observe;

import dev.rehearsal.migration.RunStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the migration that has ended.
 *
 * @param source what was sent
 * @param session by which session
 * @param time from sending to its end
 * @param began when at the earliest the server began to execute it; the sending, if not known
 * @param log positions in the server's log before and after; null if not looked at
 * @param transactional whether it ran in a transaction, so that its locks can outlive it
 * @param failed whether it failed
 */
public record RanStatement(
        RunStatement source,
        long session,
        Span time,
        long began,
        @Nullable Span log,
        boolean transactional,
        boolean failed) {
    /** {@return how much it wrote to the log; 0 if not known} */
    public long logBytes() {
        return log == null ? 0 : log.to() - log.from();
    }

    /** {@return how long it took} */
    public long nanos() {
        return time.to() - time.from();
    }
}
