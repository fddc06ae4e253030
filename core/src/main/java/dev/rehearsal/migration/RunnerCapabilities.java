package dev.rehearsal.migration;

/**
 * What a runner lets a rehearsal do.
 *
 * @param statements which of its statements can be told from each other
 * @param killed whether what it leaves behind when it is killed is known to be what the real tool leaves
 * @param late whether it is used to applying a new migration after those that come behind it: so on a database that has
 *     these, and in the history's own order on one that has none
 */
public record RunnerCapabilities(Statements statements, boolean killed, boolean late) {
    /** Can all that is rehearsed. */
    public static final RunnerCapabilities ALL = new RunnerCapabilities(Statements.EACH, true, false);

    /**
     * What a runner lets a rehearsal do that applies migrations in their order or not at all.
     *
     * @param statements which of its statements can be told from each other
     * @param killed whether what it leaves behind when it is killed is known to be what the real tool leaves
     */
    public RunnerCapabilities(Statements statements, boolean killed) {
        this(statements, killed, false);
    }

    /** {@return the same of one that applies a new migration late where it must} */
    public RunnerCapabilities applyingLate() {
        return new RunnerCapabilities(statements, killed, true);
    }

    /** Which statements can be told from each other. */
    public enum Statements {
        /** Each one, in every run. */
        EACH,
        /** Each one, but only when scripts are taken apart; else a script is one message. */
        WHEN_APART,
        /** None. */
        NONE
    }
}
