package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.result.StatementEffects;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what each statement did, by asking the session that runs it before and after. Used by one thread at a time. */
public interface EffectView {
    /**
     * Looks, if what was last seen is no longer so.
     *
     * @param session that is about to run a statement
     * @throws SQLException if it cannot be asked
     */
    void before(RunSession session) throws SQLException;

    /**
     * {@return what the statement did that has just ended; null if its session cannot be asked because it failed}
     *
     * @param session that ran it
     * @param ran the statement
     * @throws SQLException if it cannot be asked
     */
    @Nullable
    StatementEffects after(RunSession session, RanStatement ran) throws SQLException;

    /**
     * {@return whether what was written to the log tells that a statement has changed nothing}
     *
     * @param ran which
     */
    default boolean changedNothing(RanStatement ran) {
        return ran.log() != null && ran.logBytes() == 0;
    }

    /** A transaction has ended: what was seen in it may be undone. */
    void forget();
}
