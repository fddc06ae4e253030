package dev.rehearsal.migration;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Told by a runner of each statement, on the thread that runs it. What a listener does here is part of the migration's
 * time, so it must be quick.
 */
public interface RunEvents {
    /** Listens to nothing. */
    RunEvents NONE = new RunEvents() {};

    /**
     * Called right before a statement is sent.
     *
     * @param statement which
     * @param session by which; null if it is not watched
     */
    default void beforeStatement(RunStatement statement, @Nullable RunSession session) {}

    /**
     * Called right after a statement has ended, well or not.
     *
     * @param statement which
     * @param session by which; null if it is not watched
     * @param failed whether it failed
     */
    default void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {}

    /**
     * Called before anything is run: whose the statements are of which nothing is told. Without it, all are the runner's
     * own; else those that it does not claim are the migration's, such as those of a migration in Java.
     *
     * @param own asked on the thread that is about to send such a statement: whether it is the runner's own
     */
    default void untold(BooleanSupplier own) {}

    /**
     * Called where a run ends well and has not shown all that it was run for.
     *
     * @param what what is not measured, and why
     */
    default void notMeasured(String what) {}

    /**
     * {@return who is told of what sessions do besides these statements; for runners whose sessions are not opened by the
     * data source that they are given, which tells of its own}
     */
    default SessionListener sessions() {
        return SessionListener.NONE;
    }

    /**
     * Called where a run ends well, and the runner has not run what it was asked for: nothing of it has been shown.
     *
     * @param why why it has not
     */
    default void passedOver(String why) {
        notMeasured(why);
    }
}
