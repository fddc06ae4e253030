package dev.rehearsal.migration;

/**
 * What a runner lets a rehearsal do.
 *
 * @param statements which of its statements can be told from each other
 * @param killed whether what it leaves behind when it is killed is known to be what the real tool leaves
 */
public record RunnerCapabilities(Statements statements, boolean killed) {
    /** Can all that is rehearsed. */
    public static final RunnerCapabilities ALL = new RunnerCapabilities(Statements.EACH, true);

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
