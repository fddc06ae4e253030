package dev.rehearsal.migration;

/**
 * Told of what migrating sessions do besides the statements that the runner tells of. Called on the migration's own
 * threads.
 */
public interface SessionListener {
    /** Listens to nothing. */
    SessionListener NONE = new SessionListener() {};

    /** {@return whether it wants to be told of a statement that is about to be sent: not if the runner has told of it} */
    default boolean wants(RunSession session) {
        return false;
    }

    /** Called right before a statement that it wants to be told of is sent. */
    default void beforeUntold(RunSession session, String sql) {}

    /** Called right after such a statement has ended. */
    default void afterUntold(RunSession session, boolean failed) {}

    /** Called right before a transaction is ended by the runner, other than by a statement. */
    default void ending(RunSession session, End end) {}

    /** Called right after that. */
    default void ended(RunSession session, End end, boolean failed) {}

    /** How a transaction is ended. */
    enum End {
        COMMIT,
        ROLLBACK,
        /** No transaction is wanted any more, which commits the last. */
        AUTOCOMMIT,
        /** The session is given up. */
        CLOSE
    }
}
