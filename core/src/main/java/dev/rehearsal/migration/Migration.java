package dev.rehearsal.migration;

import org.jspecify.annotations.Nullable;

/**
 * One version of the schema, or a repeatable script.
 *
 * @param version as the runner prints it: {@code 2}, {@code 2026.11.1}; of a repeatable script its name
 * @param description from its name: {@code add role}
 * @param kind how it is written
 * @param script its up
 * @param undo its down, of a repeatable script its text before; null if there is none
 * @param transactional whether the runner wraps the up in one transaction
 */
public record Migration(
        String version,
        String description,
        Kind kind,
        Script script,
        @Nullable Script undo,
        boolean transactional) {
    /** How a migration is written. */
    public enum Kind {
        SQL,
        JAVA,
        /** A baseline script, which stands for everything below its version. */
        BASELINE,
        /** A script that runs again whenever its text changes; its way back is the text before. */
        REPEATABLE
    }

    /** {@return whether it is a repeatable script} */
    public boolean repeatable() {
        return kind == Kind.REPEATABLE;
    }

    /** {@return what it is called in a sentence: {@code version 2}, {@code R__views}} */
    public String called() {
        return repeatable() ? version : "version " + version;
    }

    /** {@return why there is no way back; for those that have none} */
    public String withoutWayBack() {
        return repeatable() ? "there is no text before this one" : "there is no undo script";
    }
}
