package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.ChangeLogFiles.Source;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationId;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.Script.Remark;
import dev.rehearsal.migration.Transactions;
import dev.rehearsal.migration.WayBack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;

/**
 * The change sets of a changelog, and what they are to a reader. Immutable.
 *
 * @param entries by their keys, in the order in which Liquibase applies them
 * @param history the same as migrations
 * @param custom whether code of the project's own is among them
 */
record LiquibaseHistory(Map<String, Entry> entries, MigrationHistory history, boolean custom) {
    /**
     * A change set.
     *
     * @param migration what it is to a reader
     * @param source its file
     * @param region its place there
     * @param edits what Liquibase does where it was edited
     */
    record Entry(Migration migration, Source source, Region region, Edits edits) {
        /** {@return whether it is known under the name of another file than the one in which it is} */
        boolean elsewhere() {
            return !migration.id().key().startsWith(DatabaseChangeLog.normalizePath(source.name()) + "::");
        }
    }

    /** What Liquibase does where a change set that it has applied was edited. */
    enum Edits {
        /** It does not go on. */
        REFUSED,
        /** It runs it again: {@code runOnChange}, {@code runAlways}. */
        RUN_AGAIN,
        /** It goes on and does not run it: {@code validCheckSum}. */
        ACCEPTED;

        static Edits of(ChangeSet set) {
            if (set.isAlwaysRun() || set.isRunOnChange()) {
                return RUN_AGAIN;
            }
            return set.getValidCheckSums().isEmpty() ? REFUSED : ACCEPTED;
        }
    }

    static LiquibaseHistory of(ParsedLog parsed, ChangeLogFiles files, String product) {
        return new Reader(files, ParsedLog.offline(product)).read(parsed);
    }

    Entry entry(Migration migration) {
        Entry entry = entries.get(migration.id().key());
        if (entry == null) {
            throw new IllegalArgumentException("No change set " + migration.id());
        }
        return entry;
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Makes migrations of change sets. */
    private static final class Reader {
        private final ChangeLogFiles files;
        private final Database offline;
        private final Map<String, Source> sources = new HashMap<>();
        private final Map<String, List<Region>> regions = new HashMap<>();
        private final Map<String, List<Remark>> remarks = new HashMap<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<HistoryProblem> problems = new ArrayList<>();
        private final Names names = new Names();

        Reader(ChangeLogFiles files, Database offline) {
            this.files = files;
            this.offline = offline;
        }

        LiquibaseHistory read(ParsedLog parsed) {
            List<ChangeSet> sets = parsed.sets(offline);
            sets.forEach(names::count);
            sets.forEach(this::add);
            sources.computeIfAbsent(parsed.log().getPhysicalFilePath(), files::read);
            sources.values().forEach(this::outside);
            List<Migration> all =
                    entries.values().stream().map(Entry::migration).toList();
            return new LiquibaseHistory(
                    entries,
                    new MigrationHistory(all, List.of(), problems),
                    sets.stream().anyMatch(ParsedLog::custom));
        }

        private void add(ChangeSet set) {
            Source source = sources.computeIfAbsent(ChangeLogFiles.nameOf(set), files::read);
            Region region = region(set, source);
            String title = names.shown(set) + " in " + source.shortName();
            String script = names.title(title, set);
            Entry entry = new Entry(migration(set, source, region, script), source, region, Edits.of(set));
            if (entries.putIfAbsent(ParsedLog.key(set), entry) != null) {
                problems.add(new HistoryProblem(
                        Kind.DUPLICATE_VERSION,
                        source.name() + ":" + region.up().line() + ": there is more than one change set of the id "
                                + set.getId() + " by " + set.getAuthor() + " in this file.",
                        "Give one of them another id.",
                        script));
            }
        }

        /** What stands in no change set is for none: nobody is to believe that it is. */
        private void outside(Source source) {
            List<Region> all = regions(source);
            Remarks.of(source.name(), source.text()).stream()
                    .filter(remark -> all.stream().noneMatch(region -> region.holds(remark.line())))
                    .forEach(remark -> problems.add(new HistoryProblem(
                            Kind.NOT_UNDERSTOOD,
                            source.name() + ", line " + remark.line() + ": \"" + remark.text()
                                    + "\" stands in no change set, so it has no effect.",
                            "Write it into the change set that it is for.",
                            source.name(),
                            remark.line())));
        }

        private Migration migration(ChangeSet set, Source source, Region region, String name) {
            Region.Part back = region.back() == null ? region.up() : region.back();
            Predicate<Remark> ofBack = remark -> region.back() != null && back.holds(remark.line());
            Script up = script(
                    name, source, region.up(), remark -> region.up().holds(remark.line()) && !ofBack.test(remark));
            Script down = script("rollback of " + name, source, back, ofBack);
            WayBack wayBack = WaysBack.of(set, down, offline);
            return new Migration(
                    new MigrationId(ParsedLog.key(set), names.shown(set)),
                    description(set),
                    Migration.Kind.SQL,
                    up,
                    wayBack,
                    Transactions.one(set.isRunInTransaction()),
                    LiquibaseWords.WORDS);
        }

        private Script script(String name, Source source, Region.Part part, Predicate<Remark> own) {
            List<Remark> all = remarks.computeIfAbsent(source.name(), file -> Remarks.besides(file, source.text()));
            return new Script(
                    name,
                    source.path(),
                    part.text(),
                    new Script("", null, part.text()).digest(),
                    part.line(),
                    all.stream().filter(own).toList());
        }

        private static String description(ChangeSet set) {
            String comments = set.getComments();
            String text = comments == null || comments.isBlank() ? set.getDescription() : comments;
            return text == null ? "" : text.strip().replaceAll("\\s+", " ");
        }

        private Region region(ChangeSet set, Source source) {
            List<Region> all = regions(source);
            return all.stream()
                    .filter(region ->
                            region.id().equals(set.getId()) && region.author().equals(set.getAuthor()))
                    .findFirst()
                    .or(() -> all.stream()
                            .filter(region -> region.id().equals(set.getId()))
                            .findFirst())
                    .orElseGet(() -> new Region(
                            set.getId(), set.getAuthor(), new Region.Part(1, set.toString()), List.of(), null));
        }

        private List<Region> regions(Source source) {
            return regions.computeIfAbsent(source.name(), name -> Regions.of(name, source.text()));
        }
    }

    /** Short names that tell change sets apart: Liquibase's own are a file, an id and an author. */
    private static final class Names {
        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> inFiles = new HashMap<>();
        private final Set<String> titles = new HashSet<>();

        void count(ChangeSet set) {
            ids.merge(set.getId(), 1, Integer::sum);
            inFiles.merge(inFile(set), 1, Integer::sum);
        }

        String shown(ChangeSet set) {
            if (ids.getOrDefault(set.getId(), 0) < 2) {
                return set.getId();
            }
            return inFiles.getOrDefault(inFile(set), 0) < 2 ? inFile(set) : ParsedLog.key(set);
        }

        /** {@return the name of its script, which no other bears} */
        String title(String wanted, ChangeSet set) {
            String title = titles.add(wanted) ? wanted : ParsedLog.key(set);
            titles.add(title);
            return title;
        }

        private static String inFile(ChangeSet set) {
            String path = set.getFilePath();
            return path.substring(path.lastIndexOf('/') + 1) + ":" + set.getId();
        }
    }
}
