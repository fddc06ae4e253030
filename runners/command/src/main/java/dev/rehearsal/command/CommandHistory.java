package dev.rehearsal.command;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationId;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.Transactions;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.text.Digests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the versions of a project: from a command's list, from files, or from both. */
final class CommandHistory {
    private final CommandSettings settings;
    private final RunnerWords words;
    private final List<Version> versions = new ArrayList<>();
    private final List<HistoryProblem> problems = new ArrayList<>();
    private final Map<String, Path> undos = new LinkedHashMap<>();

    private CommandHistory(CommandSettings settings, RunnerWords words) {
        this.settings = settings;
        this.words = words;
    }

    static CommandHistory of(CommandSettings settings, RunnerWords words, @Nullable List<String> listed) {
        CommandHistory history = new CommandHistory(settings, words);
        history.read(listed);
        return history;
    }

    List<Version> versions() {
        return versions;
    }

    Version version(Migration migration) {
        return versions.stream()
                .filter(version -> version.key().equals(migration.id().key()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No version " + migration.id()));
    }

    MigrationHistory history() {
        List<Migration> migrations = versions.stream()
                .map(version -> new Migration(
                        MigrationId.of(version.key()),
                        version.title(),
                        SqlFiles.isSql(version.script()) ? Migration.Kind.SQL : Migration.Kind.CODE,
                        version.script(),
                        version.wayBack(),
                        Transactions.UNKNOWN,
                        words))
                .toList();
        return new MigrationHistory(migrations, List.of(), problems);
    }

    private void read(@Nullable List<String> listed) {
        List<Path> files = settings.files() == null
                ? List.of()
                : Globs.files(settings.root(), settings.files(), CommandSettings.FILES);
        if (settings.undoFiles() != null) {
            Globs.files(settings.root(), settings.undoFiles(), "command.undoFiles")
                    .forEach(file -> undos.put(Names.version(file), file));
        }
        if (listed == null) {
            files.forEach(this::add);
        } else {
            Listing.of(listed).forEach(line -> add(line, files));
        }
        if (versions.isEmpty()) {
            throw new MigrationSourceException(
                    listed == null
                            ? "No file fits rehearsal.command.files=" + settings.files() + " below " + settings.root()
                                    + "."
                            : "rehearsal.command.list printed no version.");
        }
        alone();
    }

    private void add(Path file) {
        String key = Names.version(file);
        Version other = versions.stream()
                .filter(version -> version.key().equals(key))
                .findFirst()
                .orElse(null);
        if (other != null) {
            problems.add(new HistoryProblem(
                    Kind.DUPLICATE_VERSION,
                    Names.of(file) + " and " + other.script().name() + " are both the version " + key + ".",
                    "Give one of them another number.",
                    Names.of(file)));
            return;
        }
        versions.add(version(key, Names.title(file, key), file));
    }

    private void add(Listing line, List<Path> files) {
        Pattern word = Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(line.version()) + "(?![0-9A-Za-z])");
        Path file = files.stream()
                .filter(one -> word.matcher(Names.of(one)).find())
                .findFirst()
                .orElse(null);
        versions.add(version(line.version(), line.title(), file));
    }

    private Version version(String key, String title, @Nullable Path file) {
        Script script = file == null ? new Script(key, null, "", Digests.ofText(key)) : script(file);
        WayBack wayBack = wayBack(key, script);
        return new Version(key, title, file, Down.withoutIt(script, wayBack), wayBack);
    }

    private WayBack wayBack(String key, Script script) {
        if (settings.lines().down().isEmpty()) {
            return new WayBack.None();
        }
        if (settings.undoFiles() == null) {
            return Down.in(script);
        }
        Path undo = undos.get(key);
        return undo == null ? new WayBack.None() : new WayBack.Written(script(undo));
    }

    /** Files of one name lie in different folders. */
    private Script script(Path file) {
        String name = Names.of(file);
        boolean taken = versions.stream().anyMatch(version -> {
            Script undo = version.wayBack().script();
            return version.script().name().equals(name)
                    || (undo != null && undo.name().equals(name));
        });
        boolean undo = undos.containsValue(file) && settings.undoFiles() != null;
        String shown = taken || (undo && name.equals(ups().get(Names.version(file))))
                ? settings.root().relativize(file).toString()
                : name;
        return new Script(shown, file, Globs.text(file));
    }

    private Map<String, String> ups() {
        Map<String, String> names = new HashMap<>();
        if (settings.files() != null) {
            Globs.files(settings.root(), settings.files(), CommandSettings.FILES)
                    .forEach(file -> names.put(Names.version(file), Names.of(file)));
        }
        return names;
    }

    private void alone() {
        HashSet<String> keys = new HashSet<>();
        versions.forEach(version -> keys.add(version.key()));
        undos.forEach((key, file) -> {
            if (!keys.contains(key)) {
                problems.add(new HistoryProblem(
                        Kind.UNDO_WITHOUT_MIGRATION,
                        Names.of(file) + " takes back version " + key + ", of which there is no up.",
                        "Give it the number of its up, or delete it.",
                        Names.of(file)));
            }
        });
    }
}
