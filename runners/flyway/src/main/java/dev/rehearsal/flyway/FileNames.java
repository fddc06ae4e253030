package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.jspecify.annotations.Nullable;

/** What Flyway takes a file for by its name. */
final class FileNames {
    private final Configuration forward;
    private final Configuration undo;
    private final ResourceNameParser forwardNames;
    private final ResourceNameParser undoNames;

    FileNames(Configuration forward, Configuration undo) {
        this.forward = forward;
        this.undo = undo;
        this.forwardNames = new ResourceNameParser(forward);
        this.undoNames = new ResourceNameParser(undo);
    }

    /**
     * What a name says.
     *
     * @param kind what Flyway takes the file for
     * @param version its version; null for one that has none
     * @param description the rest of it
     */
    record FileName(Kind kind, @Nullable MigrationVersion version, String description) {}

    FileName of(String file) {
        ResourceName undoName = undoNames.parse(file);
        boolean undoes = undoName.isValid() && undoName.getPrefix().equals(undo.getSqlMigrationPrefix());
        ResourceName name = undoes ? undoName : forwardNames.parse(file);
        return new FileName(
                undoes ? Kind.UNDO : kind(name),
                name.isValid() ? name.getVersion() : null,
                name.isValid() ? name.getDescription() : "");
    }

    /** {@return the name of a script that is called like a class} */
    String script(String type) {
        return type + forward.getSqlMigrationSuffixes()[0];
    }

    private Kind kind(ResourceName name) {
        if (!name.isValid()) {
            return Kind.UNRECOGNISED;
        }
        String prefix = name.getPrefix();
        if (Event.fromId(prefix) != null) {
            return Kind.CALLBACK;
        }
        if (prefix.equals(forward.getSqlMigrationPrefix())) {
            return Kind.VERSIONED;
        }
        return prefix.equals(forward.getRepeatableSqlMigrationPrefix())
                ? Kind.REPEATABLE
                : prefix.equals(baselinePrefix()) ? Kind.BASELINE : Kind.UNRECOGNISED;
    }

    private String baselinePrefix() {
        return forward.getPluginRegister()
                .getExact(BaselineMigrationConfigurationExtension.class)
                .getBaselineMigrationPrefix();
    }
}
