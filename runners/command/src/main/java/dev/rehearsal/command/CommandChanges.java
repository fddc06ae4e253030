package dev.rehearsal.command;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import dev.rehearsal.migration.Script;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the files against those of an earlier time; where one file holds both directions, each for itself. */
final class CommandChanges {
    private final CommandSettings settings;
    private final List<Version> versions;
    private final EarlierFiles then;

    CommandChanges(CommandSettings settings, List<Version> versions, EarlierFiles then) {
        this.settings = settings;
        this.versions = versions;
        this.then = then;
    }

    RunnerChanges changes() {
        List<RunnerInput> inputs = new ArrayList<>();
        for (Version version : versions) {
            inputs.add(input(Kind.SCRIPT, version, version.script()));
            Script down = version.wayBack().script();
            if (down != null) {
                inputs.add(input(Kind.UNDO, version, down));
            }
        }
        gone(inputs, settings.files(), Kind.SCRIPT);
        gone(inputs, settings.undoFiles(), Kind.UNDO);
        return new RunnerChanges(inputs, List.of());
    }

    private RunnerInput input(Kind kind, Version version, Script script) {
        return new RunnerInput(kind, script.name(), change(kind, script), List.of(version.key()), null);
    }

    private Change change(Kind kind, Script script) {
        Path path = script.path();
        if (path == null) {
            return Change.UNKNOWN;
        }
        Change file = then.change(path);
        byte[] content = file == Change.CHANGED ? then.content(path) : null;
        if (content == null) {
            return file;
        }
        Script old = new Script(Names.of(path), path, new String(content, StandardCharsets.UTF_8));
        @Nullable
        Script part = settings.undoFiles() != null
                ? old
                : kind == Kind.UNDO ? Down.in(old).script() : Down.withoutIt(old, Down.in(old));
        if (part == null) {
            return Change.NEW;
        }
        return part.digest().equals(script.digest()) ? Change.SAME : Change.CHANGED;
    }

    private void gone(List<RunnerInput> inputs, @Nullable String glob, Kind kind) {
        if (glob == null) {
            return;
        }
        PathMatcher matcher = Globs.matcher(settings.root(), glob);
        then.below(Globs.base(settings.root(), glob)).stream()
                .filter(matcher::matches)
                .filter(file -> then.change(file) == Change.REMOVED)
                .forEach(file -> inputs.add(
                        new RunnerInput(kind, Names.of(file), Change.REMOVED, List.of(Names.version(file)), null)));
    }
}
