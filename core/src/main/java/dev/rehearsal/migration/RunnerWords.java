package dev.rehearsal.migration;

/**
 * What things are called by the runner's users: for messages, so that nobody else need know a runner's words.
 *
 * @param product the runner's name: {@code Flyway}
 * @param wayBack what it calls a written way back: {@code undo script}
 * @param outsideTransaction how a script is told to run outside a transaction, as it fits into brackets
 * @param onEdited what it does where a migration that it has applied was edited: {@code refuses to go on}
 * @param onOlder what it does with a new migration that comes before one that it has applied: {@code ignores the new one}
 * @param withoutSelfWait what keeps the runner from waiting for itself; a whole sentence
 * @param historyWithMigration what commits a migration and its place in the history as one; a whole sentence
 * @param migration what it calls a migration before its name: {@code version}, {@code change set}
 * @param undo what it calls taking one back: {@code undo}, {@code rollback}
 * @param onRemoved what it does where a migration that it has applied is gone: {@code refuses to go on without it}
 */
public record RunnerWords(
        String product,
        String wayBack,
        String outsideTransaction,
        String onEdited,
        String onOlder,
        String withoutSelfWait,
        String historyWithMigration,
        String migration,
        String undo,
        String onRemoved) {
    /** For a runner of which nothing is known. */
    public static final RunnerWords PLAIN = new RunnerWords(
            "the runner",
            "undo script",
            "as the runner is told to",
            "refuses to go on",
            "ignores or refuses the new one",
            "Let the runner hold no transaction open while it migrates.",
            "Let the runner commit a migration and its row of the history as one.");

    /**
     * What things are called by users of a runner that counts versions.
     *
     * @param product the runner's name: {@code Flyway}
     * @param wayBack what it calls a written way back: {@code undo script}
     * @param outsideTransaction how a script is told to run outside a transaction, as it fits into brackets
     * @param onEdited what it does where a migration that it has applied was edited: {@code refuses to go on}
     * @param onOlder what it does with a new migration that comes before one that it has applied
     * @param withoutSelfWait what keeps the runner from waiting for itself; a whole sentence
     * @param historyWithMigration what commits a migration and its place in the history as one; a whole sentence
     */
    public RunnerWords(
            String product,
            String wayBack,
            String outsideTransaction,
            String onEdited,
            String onOlder,
            String withoutSelfWait,
            String historyWithMigration) {
        this(
                product,
                wayBack,
                outsideTransaction,
                onEdited,
                onOlder,
                withoutSelfWait,
                historyWithMigration,
                "version",
                "undo",
                "refuses to go on without it");
    }

    /** {@return a way back with its article: {@code an undo script}} */
    public String aWayBack() {
        return ("aeiou".indexOf(wayBack.charAt(0)) < 0 ? "a " : "an ") + wayBack;
    }
}
