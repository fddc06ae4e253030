package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * A script or a Java migration that was found in a location.
 *
 * @param kind what Flyway takes it for
 * @param version its version; null for one that has none
 * @param description from its name
 * @param script for a reader
 * @param resource the script; null for a Java migration
 * @param type the class; null for a script
 * @param parsed its statements; none for a Java migration and for a callback
 */
record ScannedFile(
        Kind kind,
        @Nullable MigrationVersion version,
        String description,
        Script script,
        @Nullable LoadableResource resource,
        @Nullable Class<? extends JavaMigration> type,
        ParsedScript parsed) {
    enum Kind {
        VERSIONED,
        BASELINE,
        REPEATABLE,
        UNDO,
        CALLBACK,
        /** Its name follows no convention. */
        UNRECOGNISED
    }

    /** {@return its version} */
    MigrationVersion versioned() {
        if (version == null) {
            throw new IllegalStateException(script.name() + " has no version");
        }
        return version;
    }

    /** {@return the name under which Flyway's history keeps it} */
    String historyName() {
        return resource == null ? script.name() : resource.getRelativePath();
    }

    ScriptStatements statements() {
        return new ScriptStatements(
                script,
                transactional(),
                parsed.statements().stream()
                        .map(s -> new RunStatement(script.name(), s.line(), s.body()))
                        .toList());
    }

    boolean transactional() {
        return parsed.transactional();
    }

    boolean isOf(Kind other) {
        return kind == other;
    }
}
