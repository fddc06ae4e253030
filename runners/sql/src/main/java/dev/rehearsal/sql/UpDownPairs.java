package dev.rehearsal.sql;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.migration.Script;
import dev.rehearsal.schema.QualifiedName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 1_users.up.sql} and {@code 1_users.down.sql}, as golang-migrate reads them. */
final class UpDownPairs implements Layout {
    /** golang-migrate's own. */
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.(up|down)\\.(.*)");

    private static final RunnerWords WORDS = new RunnerWords(
            "golang-migrate",
            "down file",
            "alone in its file",
            "does not notice, and runs nothing again",
            "never runs the new one",
            "Let the file hold this statement alone.",
            "See whether the migration was applied before you force a version: golang-migrate commits its history apart.");

    @Override
    public String tool() {
        return "golang-migrate";
    }

    @Override
    public RunnerWords words() {
        return WORDS;
    }

    @Override
    public String naming() {
        return "1_users.up.sql and 1_users.down.sql";
    }

    @Override
    public boolean owns(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public Optional<Name> named(String name) {
        Matcher matcher = NAME.matcher(name);
        try {
            return matcher.matches()
                    ? Optional.of(new Name(
                            Long.parseLong(matcher.group(1)),
                            matcher.group(2),
                            matcher.group(3).equals("up")))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // the history's column is too small for it
        }
    }

    @Override
    public HistoryTable table() {
        return new DirtyFlagTable(new QualifiedName("public", "schema_migrations"));
    }

    @Override
    public LayoutFiles read(List<Path> files) {
        Reading reading = new Reading(this);
        files.stream().sorted(Comparator.comparing(FileTexts::name)).forEach(reading::add);
        return reading.files();
    }

    /** The files of one folder, sorted into ups and downs. */
    private static final class Reading {
        private final UpDownPairs layout;
        private final FileTexts texts = new FileTexts();
        private final List<HistoryProblem> problems = new ArrayList<>();
        private final Map<Long, Named> ups = new TreeMap<>();
        private final Map<Long, Named> downs = new LinkedHashMap<>();

        Reading(UpDownPairs layout) {
            this.layout = layout;
        }

        void add(Path file) {
            String text = FileTexts.name(file);
            Optional<Name> name = layout.named(text);
            if (name.isEmpty()) {
                problems.add(unrecognised(text, layout.owns(text)));
                return;
            }
            boolean up = name.get().up();
            Named one = new Named(name.get().number(), name.get().title(), texts.script(file));
            Named other = (up ? ups : downs).putIfAbsent(one.number, one);
            if (other != null) {
                problems.add(twice(one, other, up));
            }
        }

        private static HistoryProblem unrecognised(String name, boolean number) {
            return new HistoryProblem(
                    Kind.UNRECOGNISED_NAME,
                    number
                            ? "The number of " + name + " is too large for golang-migrate's history."
                            : name + " is not named as golang-migrate reads files, so it is never run.",
                    "Name it as 1_users.up.sql and 1_users.down.sql are named, or move it to another folder.",
                    name);
        }

        private static HistoryProblem twice(Named one, Named other, boolean up) {
            return new HistoryProblem(
                    Kind.DUPLICATE_VERSION,
                    one.script.name() + " and " + other.script.name() + " are both the " + (up ? "up" : "down")
                            + " of version " + one.number + ".",
                    "Give one of them another number.",
                    one.script.name());
        }

        LayoutFiles files() {
            downs.values().stream()
                    .filter(down -> !ups.containsKey(down.number))
                    .map(down -> new HistoryProblem(
                            Kind.UNDO_WITHOUT_MIGRATION,
                            down.script.name() + " takes back version " + down.number + ", of which there is no up.",
                            "Give it the number of its up, or delete it.",
                            down.script.name()))
                    .forEach(problems::add);
            problems.addAll(texts.problems());
            return new LayoutFiles(ups.values().stream().map(this::version).toList(), problems);
        }

        private LayoutFiles.Version version(Named up) {
            Named down = downs.get(up.number);
            @Nullable Script back = down == null ? null : down.script;
            return new LayoutFiles.Version(up.number, up.title.replace('_', ' '), up.script, back);
        }
    }

    /** A file and what its name says. */
    private record Named(long number, String title, Script script) {}
}
