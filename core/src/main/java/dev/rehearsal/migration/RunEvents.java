package dev.rehearsal.migration;

import java.sql.Connection;

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
     * @param connection on which
     */
    default void beforeStatement(RunStatement statement, Connection connection) {}

    /**
     * Called right after a statement has ended, well or not.
     *
     * @param statement which
     * @param connection on which
     * @param failed whether it failed
     */
    default void afterStatement(RunStatement statement, Connection connection, boolean failed) {}
}
