package dev.rehearsal.migration;

import org.jspecify.annotations.Nullable;

/**
 * One version of the schema, or a repeatable script.
 *
 * @param id which
 * @param description from its name: {@code add role}
 * @param kind how it is written
 * @param script its up
 * @param wayBack its down; of a repeatable script its text before
 * @param transactions in which transactions the runner sends the up
 * @param words what things are called by the users of its runner
 */
public record Migration(
        MigrationId id,
        String description,
        Kind kind,
        Script script,
        WayBack wayBack,
        Transactions transactions,
        RunnerWords words) {
    /** How a migration is written. */
    public enum Kind {
        SQL,
        JAVA,
        /** In another language, by a program of its own. */
        CODE,
        /** A baseline script, which stands for everything below its version. */
        BASELINE,
        /** A script that runs again whenever its text changes; its way back is the text before. */
        REPEATABLE;

        /** {@return whether it is a program, of which nobody can read what statements it makes} */
        public boolean program() {
            return this == JAVA || this == CODE;
        }
    }

    /**
     * A migration of a runner with unique versions, ways back that are scripts, one transaction or none, and no words.
     *
     * @param version as the runner prints it: {@code 2}, {@code 2026.11.1}; of a repeatable script its name
     * @param description from its name
     * @param kind how it is written
     * @param script its up
     * @param undo its down; null if there is none
     * @param transactional whether the runner wraps the up in one transaction
     */
    public Migration(
            String version,
            String description,
            Kind kind,
            Script script,
            @Nullable Script undo,
            boolean transactional) {
        this(
                MigrationId.of(version),
                description,
                kind,
                script,
                WayBack.of(undo),
                Transactions.one(transactional),
                RunnerWords.PLAIN);
    }

    /** {@return its id, short, for a reader} */
    public String version() {
        return id.shown();
    }

    /** {@return the script of its way back; null if that is no script} */
    public @Nullable Script undo() {
        return wayBack.script();
    }

    /** {@return whether its up is committed or not as a whole} */
    public boolean transactional() {
        return transactions == Transactions.ONE;
    }

    /** {@return whether it is a repeatable script} */
    public boolean repeatable() {
        return kind == Kind.REPEATABLE;
    }

    /** {@return what it is called in a sentence: {@code version 2}, {@code change set roles}, {@code R__views}} */
    public String called() {
        return repeatable() ? version() : words.migration() + " " + version();
    }

    /** {@return why there is no way back; for those that have none} */
    public String withoutWayBack() {
        return repeatable() ? "there is no text before this one" : "there is no " + words.wayBack();
    }
}
