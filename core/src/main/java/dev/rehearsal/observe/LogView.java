package dev.rehearsal.observe;

import dev.rehearsal.lock.HeldLock;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What the server's log of what was written still tells once a phase is over. */
public interface LogView {
    /** Sees to it that the log is kept from now on. */
    void keep();

    /**
     * {@return the locks that the log tells of, for each statement}
     *
     * @param statements those whose part of the log is read
     * @throws SQLException if the log cannot be read; the message says why
     */
    Map<RanStatement, List<LockRow.Key>> of(List<RanStatement> statements) throws SQLException;

    /**
     * {@return whether a statement may have taken a lock that was given back before anyone looked}
     *
     * @param ran which
     */
    default boolean mayHide(RanStatement ran) {
        return !ran.transactional() && (ran.log() == null || ran.logBytes() > 0);
    }

    /** {@return how what it tells is known} */
    default HeldLock.Seen seen() {
        return HeldLock.Seen.IN_LOG;
    }
}
