package dev.rehearsal.sql;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import dev.rehearsal.migration.Script;
import dev.rehearsal.sql.LayoutFiles.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the files of a folder against those of an earlier time. */
final class FolderChanges {
    private final Folders.Found found;
    private final SqlHistory history;
    private final EarlierFiles then;

    FolderChanges(Folders.Found found, SqlHistory history, EarlierFiles then) {
        this.found = found;
        this.history = history;
        this.then = then;
    }

    RunnerChanges changes() {
        List<RunnerInput> inputs = new ArrayList<>();
        for (Version version : history.versions()) {
            add(inputs, Kind.SCRIPT, version, version.up());
            add(inputs, Kind.UNDO, version, version.down());
        }
        List<Path> gone = then.below(found.folder()).stream()
                .filter(file -> found.folder().equals(file.getParent()))
                .filter(file -> !Files.exists(file))
                .toList();
        for (Path file : gone) {
            found.layout().named(FileTexts.name(file)).ifPresent(name -> inputs.add(removed(file, name)));
        }
        return new RunnerChanges(inputs, List.of());
    }

    private static RunnerInput removed(Path file, Layout.Name name) {
        return new RunnerInput(
                name.up() ? Kind.SCRIPT : Kind.UNDO,
                FileTexts.name(file),
                Change.REMOVED,
                List.of(Long.toString(name.number())),
                null);
    }

    private void add(List<RunnerInput> inputs, Kind kind, Version version, @Nullable Script script) {
        if (script != null && script.path() != null) {
            inputs.add(
                    new RunnerInput(kind, script.name(), then.change(script.path()), List.of(version.shown()), null));
        }
    }
}
