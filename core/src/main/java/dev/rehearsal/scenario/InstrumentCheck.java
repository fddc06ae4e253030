package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.dialect.Specimen;
import dev.rehearsal.dialect.Specimen.Change;
import dev.rehearsal.dialect.Specimen.Definitions;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether what measures sees anything: it is shown what we have made ourselves, once in a rehearsal and before it. A
 * catalogue that gives no row, a comparison that reads nothing and an observer that sees no lock all look like a
 * migration without fault.
 */
public final class InstrumentCheck {
    private static final int NAMED = 5;

    private final Specimen specimen;
    private final StagePool pool;
    private final List<String> blind = new ArrayList<>();

    private InstrumentCheck(StagePool pool) {
        this.specimen = pool.dialect().specimen();
        this.pool = pool;
    }

    /**
     * Begins the check on a thread of its own, while nothing is observed.
     *
     * @param pool makes the databases for it, and drops them
     * @return the check; the caller closes it
     */
    public static Running begin(StagePool pool) {
        return new Running(new BackgroundTask<>("rehearsal-instruments", () -> run(pool, parts(pool))));
    }

    /** What is not there at all is told by whoever would need it. */
    private static Set<Part> parts(StagePool pool) {
        Capabilities there = pool.dialect().capabilities();
        Set<Part> parts = EnumSet.of(Part.CATALOGUE);
        if (there.without(Instrument.DATA).isEmpty()) {
            parts.add(Part.COMPARISON);
        }
        if (there.without(Instrument.OBSERVATION).isEmpty()) {
            parts.add(Part.OBSERVER);
        }
        return parts;
    }

    /** A check that goes on. Closing it breaks it off. */
    public static final class Running implements AutoCloseable {
        private final BackgroundTask<List<String>> check;

        private Running(BackgroundTask<List<String>> check) {
            this.check = check;
        }

        /**
         * {@return what was not seen though it was there, a sentence for each; empty if all was; waits for the end}
         *
         * @throws SQLException if there is no database for it
         */
        public List<String> unseen() throws SQLException {
            return check.result();
        }

        @Override
        public void close() {
            check.close();
        }
    }

    /** {@return what these parts do not see; all of them in the same databases} */
    static List<String> run(StagePool pool, Set<Part> parts) throws SQLException {
        InstrumentCheck check = new InstrumentCheck(pool);
        try (Stage stage = pool.empty()) {
            if (parts.contains(Part.CATALOGUE)) {
                check.part("the catalogue", () -> check.catalogue(stage));
            }
            if (parts.contains(Part.COMPARISON) || parts.contains(Part.OBSERVER)) {
                check.specimen.fill(stage.dataSource());
            }
            if (parts.contains(Part.COMPARISON)) {
                check.part("the comparison of data", () -> check.comparison(stage));
            }
            if (parts.contains(Part.OBSERVER)) {
                check.part("the observer", () -> check.blind.addAll(TrialPhase.unseen(stage)));
            }
        }
        return List.copyOf(check.blind);
    }

    /** What cannot be checked is not known to see anything; a defect of ours is no exception to that. */
    private void part(String instrument, Work work) {
        try {
            work.run();
        } catch (SQLException | RuntimeException e) {
            blind.add(instrument + " could not be checked: " + e);
        }
    }

    private void catalogue(Stage stage) throws SQLException {
        Definitions definitions = specimen.definitions(stage.dataSource());
        Set<String> made;
        SchemaSnapshot before;
        SchemaSnapshot again;
        try (SchemaReader reader = stage.dialect().catalog().reader(definitions.source(), pool.ignored())) {
            before = reader.read();
            made = definitions.make();
            again = reader.read();
        }
        missing("the catalogue, read again,", made, again);
        missing("the catalogue", made, stage.dialect().catalog().snapshot(definitions.source(), pool.ignored()));
        Set<String> told = SchemaComparison.differences(before, again).stream()
                .map(SchemaDifference::object)
                .map(SchemaObject::toString)
                .collect(Collectors.toSet());
        if (made.stream().noneMatch(told::contains)) {
            blind.add(
                    "the comparison of schemas tells no difference, though " + made.size() + " definitions were made");
        }
    }

    private void missing(String instrument, Set<String> made, SchemaSnapshot seen) {
        Set<String> missing = new TreeSet<>(made);
        seen.definitions().keySet().forEach(object -> missing.remove(object.toString()));
        tell(instrument + " does not show what was just made: ", missing);
    }

    private void tell(String what, Set<String> which) {
        if (!which.isEmpty()) {
            String list = which.stream().limit(NAMED).collect(Collectors.joining(", "));
            int more = which.size() - NAMED;
            blind.add(what + list + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private void comparison(Stage stage) throws SQLException {
        try (Stage copy = stage.copy()) {
            DataFingerprint before =
                    copy.data(); // by the same reader as after the changes, which may not pass over them
            List<Change> changes = specimen.change(copy.dataSource());
            sizes(stage, changes);
            DataFingerprint after = copy.data();
            prints(changes, before, after);
            Set<Told> told =
                    stage.dialect().data().losses(stage.dataSource(), before, copy.dataSource(), after).stream()
                            .map(loss -> new Told(loss.relation(), String.valueOf(loss.column()), loss.kind()))
                            .collect(Collectors.toSet());
            tell(
                    "the comparison of data does not tell what was just changed: ",
                    changes.stream()
                            .filter(change -> !told.contains(Told.of(change)))
                            .map(change -> place(change) + " (" + change.kind() + ")")
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** What the fingerprint of a table shows, and what is counted by another question. */
    private void prints(List<Change> changes, DataFingerprint before, DataFingerprint after) {
        Set<String> unseen = new TreeSet<>();
        for (Change change : changes) {
            TableFingerprint old = before.tables().get(change.relation());
            TableFingerprint now = after.tables().get(change.relation());
            if (change.column() != null && (old == null || now == null || same(change.column(), old, now))) {
                unseen.add(place(change));
            }
        }
        tell("the fingerprint of data stays the same, though values were just changed: ", unseen);
    }

    private boolean same(String column, TableFingerprint old, TableFingerprint now) {
        return old.rows() != specimen.rows()
                || old.columns().get(column) == null
                || Objects.equals(old.columns().get(column), now.columns().get(column));
    }

    private void sizes(Stage stage, List<Change> changes) throws SQLException {
        Map<QualifiedName, Long> rows =
                stage.sizes().stream().collect(Collectors.toMap(TableSize::table, TableSize::rows));
        Map<QualifiedName, List<String>> columns = stage.columns();
        Set<String> uncounted = new TreeSet<>();
        for (Change change : changes) {
            String column = change.column();
            if (column != null
                    && (rows.getOrDefault(change.relation(), 0L) != specimen.rows()
                            || !columns.getOrDefault(change.relation(), List.of())
                                    .contains(column))) {
                uncounted.add(place(change));
            }
        }
        tell("the sizes of tables, or their columns, are not told: ", uncounted);
    }

    private static String place(Change change) {
        return change.relation() + (change.column() == null ? "" : "." + change.column());
    }

    private record Told(String relation, String column, Loss.Kind kind) {
        static Told of(Change change) {
            String relation = change.kind().ofLargeObjects()
                    ? "large objects"
                    : change.relation().toString();
            return new Told(relation, String.valueOf(change.column()), change.kind());
        }
    }

    /** What is checked. */
    enum Part {
        CATALOGUE,
        COMPARISON,
        OBSERVER
    }

    /** A part of the check. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
