package dev.rehearsal.sql;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import dev.rehearsal.migration.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the versions of a folder against those of an earlier time. Where one file holds both directions, each is compared
 * for itself.
 */
final class FolderChanges {
    private final List<Version> now;
    private final List<Version> before;
    private final EarlierFiles then;

    FolderChanges(Folders.Found found, List<Version> now, Scripts scripts, EarlierFiles then) {
        this.now = now;
        this.before =
                Reading.of(found.folder().at(then), found.layout(), scripts).versions();
        this.then = then;
    }

    RunnerChanges changes() {
        List<RunnerInput> inputs = new ArrayList<>();
        for (Version version : now) {
            Version old = old(version.key(), before);
            add(inputs, Kind.SCRIPT, version, version.up(), old == null ? null : old.up());
            add(inputs, Kind.UNDO, version, version.down(), old == null ? null : old.down());
        }
        for (Version version : before) {
            Version still = old(version.key(), now);
            gone(inputs, Kind.SCRIPT, version, version.up(), still == null ? null : still.up());
            gone(inputs, Kind.UNDO, version, version.down(), still == null ? null : still.down());
        }
        return new RunnerChanges(inputs, List.of());
    }

    private static @Nullable Version old(String key, List<Version> in) {
        int at = Version.indexOf(in, key);
        return at < 0 ? null : in.get(at);
    }

    private void add(List<RunnerInput> inputs, Kind kind, Version version, @Nullable Way way, @Nullable Way old) {
        if (way != null) {
            Script script = way.script();
            inputs.add(new RunnerInput(kind, script.name(), change(script, old), List.of(version.key()), null));
        }
    }

    /** A file that is as it was holds what it held; of another the part is compared. */
    private Change change(Script script, @Nullable Way old) {
        Change file = script.path() == null ? Change.UNKNOWN : then.change(script.path());
        if (file != Change.CHANGED) {
            return file;
        }
        if (old == null) {
            return Change.NEW;
        }
        return old.script().digest().equals(script.digest()) ? Change.SAME : Change.CHANGED;
    }

    private static void gone(
            List<RunnerInput> inputs, Kind kind, Version version, @Nullable Way way, @Nullable Way still) {
        if (way != null && still == null) {
            inputs.add(new RunnerInput(kind, way.script().name(), Change.REMOVED, List.of(version.key()), null));
        }
    }
}
