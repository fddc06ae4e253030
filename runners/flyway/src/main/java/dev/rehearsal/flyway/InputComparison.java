package dev.rehearsal.flyway;

import dev.rehearsal.flyway.EditedFiles.Found;
import dev.rehearsal.flyway.GoneFiles.Gone;
import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.flyway.SettingChanges.Told;
import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.sqlscript.SqlScriptMetadata;
import org.jspecify.annotations.Nullable;

/** Holds everything that Flyway reads of a project against an earlier time. */
final class InputComparison {
    private final Configurations configurations;
    private final FluentConfiguration forward;
    private final MigrationScan scan;
    private final ScannedHistory history;
    private final EarlierFiles then;
    private final EditedFiles sources;
    private final List<Told> told;
    private final List<RunnerInput> inputs = new ArrayList<>();
    private final Map<ScannedFile, Found> found = new LinkedHashMap<>();
    private final Map<ScannedFile, Found> settings = new LinkedHashMap<>();

    InputComparison(Configurations configurations, MigrationScan scan, ScannedHistory history, EarlierFiles then) {
        this.configurations = configurations;
        this.forward = configurations.forward();
        this.scan = scan;
        this.history = history;
        this.then = then;
        this.sources = new EditedFiles(then, forward.getEncoding());
        this.told = new SettingChanges(configurations.project(), then).files();
    }

    RunnerChanges changes() {
        scan.files().stream().filter(file -> !file.isOf(Kind.UNRECOGNISED)).forEach(this::look);
        List<Gone> gone = moved(gone());
        found.forEach((file, one) -> inputs.add(input(file, one)));
        settings.forEach((file, one) -> inputs.add(new RunnerInput(
                RunnerInput.Kind.SCRIPT_SETTINGS,
                file.script().name() + ".conf",
                one.change(),
                versions(file.kind(), file.version()),
                one.detail())));
        classes();
        gone.stream().filter(one -> !replaced(one)).forEach(one -> inputs.add(removed(one)));
        PlaceholderUse uses = new PlaceholderUse(forward, history, scan.files());
        told.forEach(file -> inputs.add(configuration(file, uses)));
        return new RunnerChanges(
                inputs, new ChangedRepeatables(sources, found, settings, uses, told, then.name()).of(history));
    }

    private void look(ScannedFile file) {
        LoadableResource resource = file.resource();
        found.put(file, resource == null ? sources.of(Objects.requireNonNull(file.type())) : sources.of(resource));
        LoadableResource conf =
                resource == null ? null : SqlScriptMetadata.getMetadataResource(scan.resources(), resource);
        if (conf != null) {
            settings.put(file, sources.of(conf));
        }
    }

    private List<Gone> gone() {
        Set<Path> paths = new HashSet<>();
        Stream.concat(found.values().stream(), settings.values().stream())
                .map(Found::path)
                .filter(Objects::nonNull)
                .forEach(paths::add);
        List<String> now = new ArrayList<>(configurations.locations());
        now.addAll(List.of(configurations.callbackLocations()));
        List<String> before = told.stream()
                .flatMap(file -> Stream.of(
                        file.before().getOrDefault("locations", ""),
                        file.before().getOrDefault("callbackLocations", "")))
                .flatMap(list -> Stream.of(list.split("[,\n]")))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .toList();
        FileNames names = new FileNames(forward, configurations.undo());
        return new GoneFiles(configurations.project().baseDirectory(), then, names, sources.roots())
                .of(now, before, paths);
    }

    /** A file that has only moved to another folder is what it was, or is changed; its old place is no loss. */
    private List<Gone> moved(List<Gone> gone) {
        List<Gone> left = new ArrayList<>(gone);
        found.replaceAll((file, now) -> {
            if (now.change() != Change.NEW || now.path() == null) {
                return now;
            }
            Gone old = left.stream()
                    .filter(one -> !one.settings()
                            && one.fileName().equals(file.script().name()))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                return now;
            }
            left.remove(old);
            boolean same = sameText(old.path(), file);
            return new Found(same ? Change.SAME : Change.CHANGED, old.path(), null);
        });
        return left;
    }

    private boolean sameText(Path old, ScannedFile file) {
        String before = sources.before(old);
        return before != null
                && before.lines().toList().equals(file.script().text().lines().toList());
    }

    private RunnerInput input(ScannedFile file, Found one) {
        // what stands in for a class is the rehearsal's own: production's history does not know it
        boolean standIn = file.resource() instanceof StandInResource;
        return new RunnerInput(
                standIn ? RunnerInput.Kind.CONFIGURATION : kind(file.kind(), file.type() != null),
                file.script().name(),
                one.change(),
                versions(file.kind(), file.version()),
                one.detail());
    }

    private static RunnerInput.Kind kind(Kind kind, boolean java) {
        return switch (kind) {
            case VERSIONED, BASELINE -> java ? RunnerInput.Kind.CLASS : RunnerInput.Kind.SCRIPT;
            case UNDO -> RunnerInput.Kind.UNDO;
            case REPEATABLE -> RunnerInput.Kind.REPEATABLE;
            case CALLBACK, UNRECOGNISED -> RunnerInput.Kind.CALLBACK;
        };
    }

    private @Nullable List<String> versions(Kind kind, @Nullable Object version) {
        return switch (kind) {
            case VERSIONED, BASELINE, UNDO -> version == null ? List.of() : List.of(version.toString());
            case REPEATABLE -> List.of();
            case CALLBACK, UNRECOGNISED -> null;
        };
    }

    /** Callbacks and resolvers that are written in Java. */
    private void classes() {
        Stream.concat(Stream.of(forward.getCallbacks()), Stream.of(forward.getResolvers()))
                .map(Object::getClass)
                .filter(type -> !type.getName().startsWith("org.flywaydb."))
                .distinct()
                .forEach(type -> {
                    Found one = sources.of(type);
                    inputs.add(new RunnerInput(
                            RunnerInput.Kind.CALLBACK, type.getName(), one.change(), null, one.detail()));
                });
    }

    /** An undo goes by its version alone, and so do its settings. */
    private boolean replaced(Gone gone) {
        return gone.name().kind() == Kind.UNDO
                && !gone.settings()
                && history.undos().containsKey(gone.name().version());
    }

    private RunnerInput removed(Gone gone) {
        String renamed = found.entrySet().stream()
                .filter(entry -> entry.getValue().change() == Change.NEW)
                .map(Map.Entry::getKey)
                .filter(file -> gone.isOf(file.kind()) && sameText(gone.path(), file))
                .findFirst()
                .map(file -> "renamed to " + file.script().name())
                .orElse(null);
        return new RunnerInput(
                gone.settings()
                        ? RunnerInput.Kind.SCRIPT_SETTINGS
                        : kind(gone.name().kind(), gone.form() == GoneFiles.Form.CODE),
                gone.fileName(),
                Change.REMOVED,
                versions(gone.name().kind(), gone.name().version()),
                renamed);
    }

    private RunnerInput configuration(Told file, PlaceholderUse uses) {
        String detail = file.unreadable() != null
                ? file.unreadable()
                : file.keys().isEmpty() ? null : String.join(", ", file.keys());
        return new RunnerInput(
                RunnerInput.Kind.CONFIGURATION,
                file.name(),
                file.changed() ? Change.CHANGED : Change.SAME,
                file.onlyPlaceholders() ? uses.versions(file.placeholders()) : null,
                detail);
    }
}
