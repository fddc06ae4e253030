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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds change sets, not files, against those of an earlier time; and what else the project says. */
final class ChangesSince {
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
                inputs.add(input(entry, Kind.SCRIPT, Change.UNKNOWN));
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

    /** What Liquibase runs again when it is edited may be edited. */
    private void up(List<RunnerInput> inputs, Entry entry, Path path) {
        Optional<Region> before = before(entry, path);
        boolean same = before.map(
                        old -> plain(old.up()).equals(plain(entry.region().up())))
                .orElse(false);
        Change change = before.isEmpty() ? Change.NEW : same ? Change.SAME : Change.CHANGED;
        inputs.add(input(entry, entry.again() ? Kind.REPEATABLE : Kind.SCRIPT, change));
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
        inputs.add(input(entry, Kind.UNDO, change));
    }

    private static RunnerInput input(Entry entry, Kind kind, Change change) {
        String name = entry.migration().script().name();
        return new RunnerInput(
                kind,
                kind == Kind.UNDO ? "rollback of " + name : name,
                change,
                List.of(entry.migration().version()),
                null);
    }

    /** A change set that is gone, from a file that is still there or not. */
    private void removed(List<RunnerInput> inputs, Set<Path> files) {
        Set<Path> all = new LinkedHashSet<>(files);
        files.stream()
                .map(Path::getParent)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(folder -> then.below(folder).stream())
                .filter(file -> ChangeLogPlace.named(file.toString()))
                .forEach(all::add);
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

    private Optional<Region> before(Entry entry, Path path) {
        return regions(path).stream()
                .filter(region -> region.id().equals(entry.region().id())
                        && region.author().equals(entry.region().author()))
                .findFirst();
    }

    private List<Region> regions(Path path) {
        return earlier.computeIfAbsent(path, file -> {
            byte @Nullable [] content = then.content(file);
            return content == null
                    ? List.of()
                    : Regions.of(file.toString(), new String(content, StandardCharsets.UTF_8));
        });
    }

    /** Blanks do not count, nor do comments of its own line. */
    private static String plain(Region.Part part) {
        StringBuilder kept = new StringBuilder();
        part.text()
                .replaceAll("(?s)<!--.*?-->", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith("--comment"))
                .forEach(line -> kept.append(line.replaceAll("\\s+", "")));
        return kept.toString();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
