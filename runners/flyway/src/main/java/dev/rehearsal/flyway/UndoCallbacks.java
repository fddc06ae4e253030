package dev.rehearsal.flyway;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The SQL callbacks that belong to an undo. To Flyway an undo script looks like a migration here, so those for an undo
 * are given the names of those for a migration.
 */
final class UndoCallbacks {
    private static final Map<String, String> NAMES = Map.of(
            "beforeEachUndoStatement", "beforeEachMigrateStatement",
            "afterEachUndoStatementError", "afterEachMigrateStatementError",
            "afterEachUndoStatement", "afterEachMigrateStatement",
            "beforeEachUndo", "beforeEachMigrate",
            "afterEachUndoError", "afterEachMigrateError",
            "afterEachUndo", "afterEachMigrate",
            "beforeUndo", "beforeMigrate",
            "afterUndoError", "afterMigrateError",
            "afterUndo", "afterMigrate",
            "afterConnect", "afterConnect");

    private UndoCallbacks() {}

    static List<LoadableResource> of(List<ScannedFile> callbacks) {
        return callbacks.stream().flatMap(UndoCallbacks::renamed).toList();
    }

    private static Stream<LoadableResource> renamed(ScannedFile callback) {
        if (!(callback.resource() instanceof TextResource text)) {
            return Stream.empty();
        }
        String file = text.getFilename();
        return NAMES.entrySet().stream()
                .filter(name -> file.matches(name.getKey() + "(?![A-Za-z]).*"))
                .map(name -> text.named(
                        name.getValue() + file.substring(name.getKey().length())));
    }
}
