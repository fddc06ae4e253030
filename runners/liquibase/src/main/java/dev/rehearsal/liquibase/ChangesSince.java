package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.LiquibaseHistory.Entry;
import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds change sets, not files, against those of an earlier time; and what else the project says. */
final class ChangesSince {
    private static final Pattern COMMENT = Pattern.compile("#|--\\s*comment\\b|\"?comment\"?\\s*:");

    private final ParsedLogs logs;
    private final LiquibaseHistory history;
    private final EarlierFiles then;
    private final Map<Path, List<Region>> earlier = new HashMap<>();

    ChangesSince(ParsedLogs logs, LiquibaseHistory history, EarlierFiles then) {
        this.logs = logs;
        this.history = history;
        this.then = then;
    }

    RunnerChanges changes() {
        List<RunnerInput> inputs = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Entry entry : history.entries().values()) {
            Path path = entry.source().path();
            if (path == null) {
                inputs.add(input(entry, Kind.SCRIPT, Change.UNKNOWN, null));
            } else {
                files.add(path);
                up(inputs, entry, path);
                back(inputs, entry, path);
            }
        }
        removed(inputs, files);
        beside(inputs, files);
        PropertyFiles.places(logs.project().root().toAbsolutePath().normalize()).forEach(file -> {
            Change change = then.change(file);
            if (Files.exists(file) || change == Change.REMOVED) {
                inputs.add(new RunnerInput(Kind.CONFIGURATION, name(file), change, null, null));
            }
        });
        SpringSettings.files(logs.project()).places().forEach(file -> spring(inputs, file));
        return new RunnerChanges(inputs, List.of());
    }

    /** An application's file says much that is not Liquibase's. */
    private void spring(List<RunnerInput> inputs, Path file) {
        try {
            Map<String, String> now = Files.exists(file) ? spring(file, PropertyFiles.text(file)) : Map.of();
            byte @Nullable [] content = then.content(file);
            Map<String, String> before =
                    content == null ? Map.of() : spring(file, new String(content, StandardCharsets.UTF_8));
            Set<String> keys = new TreeSet<>(now.keySet());
            keys.addAll(before.keySet());
            keys.removeIf(key -> Objects.equals(now.get(key), before.get(key)));
            if (!keys.isEmpty()) {
                String all = String.join(", ", keys);
                inputs.add(new RunnerInput(Kind.CONFIGURATION, name(file), Change.CHANGED, null, all));
            }
        } catch (MigrationSourceException e) {
            String why = "it cannot be read as it is or was";
            inputs.add(new RunnerInput(Kind.CONFIGURATION, name(file), Change.UNKNOWN, null, why));
        }
    }

    private Map<String, String> spring(Path file, String text) {
        return SpringSettings.of(file, text, logs.project());
    }

    private void up(List<RunnerInput> inputs, Entry entry, Path path) {
        Optional<Region> before = before(entry, path);
        boolean same = before.map(
                        old -> plain(old.up()).equals(plain(entry.region().up())))
                .orElse(false);
        Change change = before.isEmpty() ? Change.NEW : same ? Change.SAME : Change.CHANGED;
        inputs.add(input(entry, kind(entry), change, change == Change.SAME ? null : detail(entry, change)));
    }

    /** What Liquibase runs again when it is edited may be edited; and what it is told to accept. */
    private static Kind kind(Entry entry) {
        return switch (entry.edits()) {
            case REFUSED -> Kind.SCRIPT;
            case RUN_AGAIN -> Kind.REPEATABLE;
            case ACCEPTED -> Kind.SCRIPT_SETTINGS;
        };
    }

    private @Nullable String detail(Entry entry, Change change) {
        if (change == Change.NEW) {
            return elsewhere(entry)
                    .map(file -> "it was in " + name(file)
                            + ", and to Liquibase it is another one now, which it applies too")
                    .orElse(null);
        }
        return switch (entry.edits()) {
            case REFUSED -> null;
            case RUN_AGAIN -> "Liquibase runs it again over what it was; rehearsed is the new one in its place";
            case ACCEPTED -> "its validCheckSum lets it be edited, and Liquibase does not run it again";
        };
    }

    private void back(List<RunnerInput> inputs, Entry entry, Path path) {
        Region.Part now = entry.region().back();
        Region.Part old = before(entry, path).map(Region::back).orElse(null);
        if (now == null && old == null) {
            return;
        }
        Change change = old == null
                ? Change.NEW
                : now == null ? Change.REMOVED : plain(old).equals(plain(now)) ? Change.SAME : Change.CHANGED;
        inputs.add(input(entry, Kind.UNDO, change, null));
    }

    private static RunnerInput input(Entry entry, Kind kind, Change change, @Nullable String detail) {
        String name = entry.migration().script().name();
        return new RunnerInput(
                kind,
                kind == Kind.UNDO ? "rollback of " + name : name,
                change,
                List.of(entry.migration().version()),
                detail);
    }

    /** A change set that is gone, from a file that is still there or not. */
    private void removed(List<RunnerInput> inputs, Set<Path> files) {
        Set<Path> all = new LinkedHashSet<>(files);
        logs().forEach(all::add);
        for (Path file : all) {
            for (Region old : regions(file)) {
                boolean there = history.entries().values().stream()
                        .map(Entry::region)
                        .anyMatch(
                                now -> now.id().equals(old.id()) && now.author().equals(old.author()));
                if (!there) {
                    inputs.add(new RunnerInput(
                            Kind.SCRIPT,
                            old.id() + " in " + file.getFileName(),
                            Change.REMOVED,
                            List.of(old.id()),
                            null));
                }
            }
        }
    }

    /** Rows to load and scripts lie beside changelogs: which change set reads them is not asked. */
    private void beside(List<RunnerInput> inputs, Set<Path> files) {
        Stream<Path> folders =
                files.stream().map(Path::getParent).filter(Objects::nonNull).distinct();
        folders.flatMap(folder -> then.below(folder).stream())
                .distinct()
                .filter(file -> !files.contains(file) && regions(file).isEmpty())
                .filter(file -> Files.exists(file) && then.change(file) != Change.SAME)
                .forEach(file ->
                        inputs.add(new RunnerInput(Kind.CONFIGURATION, name(file), then.change(file), null, null)));
    }

    /** Its file's name is a part of a change set's, but for one that is said to be in another file than it is. */
    private Optional<Region> before(Entry entry, Path path) {
        Optional<Region> there = in(path, entry);
        return there.isPresent() || !entry.elsewhere()
                ? there
                : elsewhere(entry).flatMap(file -> in(file, entry));
    }

    private Optional<Path> elsewhere(Entry entry) {
        return logs().filter(file -> !file.equals(entry.source().path()))
                .filter(file -> in(file, entry).isPresent())
                .findFirst();
    }

    private Optional<Region> in(Path file, Entry entry) {
        return regions(file).stream()
                .filter(region -> region.id().equals(entry.region().id())
                        && region.author().equals(entry.region().author()))
                .findFirst();
    }

    /** {@return the files of then that are named as changelogs are, in the folders of those of now} */
    private Stream<Path> logs() {
        return history.entries().values().stream()
                .map(entry -> entry.source().path())
                .filter(Objects::nonNull)
                .map(Path::getParent)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(folder -> then.below(folder).stream())
                .distinct()
                .filter(file -> ChangeLogPlace.named(file.toString()));
    }

    private List<Region> regions(Path path) {
        return earlier.computeIfAbsent(path, file -> {
            byte @Nullable [] content = then.content(file);
            return content == null
                    ? List.of()
                    : Regions.of(file.toString(), new String(content, StandardCharsets.UTF_8));
        });
    }

    /** Blanks do not count, nor does a comment of Liquibase's; one of SQL does, since it is in the checksum. */
    private static String plain(Region.Part part) {
        StringBuilder kept = new StringBuilder();
        part.text()
                .replaceAll("(?s)<!--.*?-->|<comment>.*?</comment>", "")
                .lines()
                .map(String::strip)
                .filter(line -> !COMMENT.matcher(line).lookingAt())
                .forEach(line -> kept.append(line.replaceAll("\\s+", "")));
        return kept.toString();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
