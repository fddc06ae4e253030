package dev.rehearsal.migration;

import org.jspecify.annotations.Nullable;

/**
 * One version of the schema.
 *
 * @param version as the runner prints it: {@code 2}, {@code 2026.11.1}
 * @param description from its name: {@code add role}
 * @param kind how it is written
 * @param script its up
 * @param undo its down; null if there is none
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
        BASELINE
    }
}
