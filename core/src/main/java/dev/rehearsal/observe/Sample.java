package dev.rehearsal.observe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look at the server. Instants are of {@link System#nanoTime()}.
 *
 * @param before right before the server was asked
 * @param after right after it had answered
 * @param log the position in the server's log of what was written, in bytes; null if it has none
 * @param boundary whether it was made between two statements of the migration
 * @param rows the locks of the migrating sessions
 * @param idle the sessions that had nothing to do, by process id; only what is known
 */
public record Sample(
        long before, long after, @Nullable Long log, boolean boundary, List<LockRow> rows, Map<Long, Idle> idle) {
    /** {@return when at the latest a session gave a lock back that it does not hold any more} */
    long gone(long id) {
        Idle session = idle.get(id);
        return session == null ? after : Math.min(after, session.executed().to());
    }

    /**
     * {@return when at the earliest the server began to execute a session's last statement}
     *
     * @param id which session
     * @param sent when the statement was sent
     */
    long began(long id, long sent) {
        Idle session = idle.get(id);
        return session == null ? sent : Math.max(sent, session.executed().from());
    }

    /**
     * A session that has nothing to do.
     *
     * @param executed from when at the earliest to when at the latest its last statement was executed
     */
    public record Idle(Span executed) {}
}
