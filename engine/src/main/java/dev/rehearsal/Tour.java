package dev.rehearsal;

import dev.rehearsal.coverage.FoundTests;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsedSchema;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.scenario.CrashRehearsal;
import dev.rehearsal.scenario.InstrumentCheck;
import dev.rehearsal.scenario.LockQueue;
import dev.rehearsal.scenario.OldApplication;
import dev.rehearsal.scenario.Outcome;
import dev.rehearsal.scenario.RollbackAfterUse;
import dev.rehearsal.scenario.Roundtrip;
import dev.rehearsal.scenario.Sequel;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.StageHouse;
import dev.rehearsal.selection.Selection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way through a history: from stage to stage, rehearsing what is selected and applying the rest. */
final class Tour {
    /** The operating system's words, which the server repeats in its own. */
    private static final String NO_SPACE = "No space left on device";

    private static final String ROOM =
            "Free space on the disk where the server keeps its data, for an embedded one below"
                    + " java.io.tmpdir; or ask for fewer rows by rehearsal.rows or rehearsal.scale.";

    private final RehearsalOptions options;
    private final FoundTests tests;
    private final StageHouse house;
    private final Progress progress;
    private final Judge judge;
    private final List<MigrationResult> results = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final VolumeNames names;
    private final List<Sequel> sequels;
    private final ExpectedScenarios expected;
    private List<TableFacts> tables = List.of();
    private @Nullable RehearsedSchema schema;
    private @Nullable Filling filled;
    private InstrumentCheck.@Nullable Running instruments;

    Tour(RehearsalOptions options, FoundTests tests, StageHouse house, Progress progress) {
        this.options = options;
        this.tests = tests;
        this.house = house;
        this.progress = progress;
        this.names = new VolumeNames(options.volume());
        this.sequels = sequels();
        this.expected = new ExpectedScenarios(options);
        this.judge = new Judge(options.budgets(), options.baseline());
    }

    List<MigrationResult> results() {
        return results;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<TableFacts> tables() {
        return tables;
    }

    /** {@return the schema after all that was selected; null if the way ended before} */
    @Nullable
    RehearsedSchema schema() {
        return schema;
    }

    void run(MigrationHistory history, Selection selection) {
        @Nullable Stage stage = null;
        try (InstrumentCheck.Running check = selection.migrations().isEmpty() ? null : InstrumentCheck.begin(house)) {
            instruments = check;
            stage = house.empty();
            stage = travel(history.migrations(), selection.migrations(), stage);
        } catch (SQLException e) {
            findings.add(brokenOff(e, selection));
        } finally {
            if (stage != null) {
                stage.close();
            }
            house.close();
        }
    }

    private @Nullable Stage travel(List<Migration> all, List<Migration> selected, Stage first) throws SQLException {
        Stage stage = first;
        Migration behind = null;
        for (Migration migration : all) {
            if (results.size() == selected.size()) {
                break;
            }
            if (!selected.contains(migration)) {
                behind = migration;
                continue;
            }
            if (behind != null && !advance(stage, behind)) {
                return stage;
            }
            behind = null;
            Stage next = rehearse(migration, stage, selected);
            if (next == null) {
                findings.add(stopped(migration, selected));
                return null;
            }
            stage = next;
            fill(stage);
        }
        tables = stage.tables(options.volume());
        expected.idle(results).ifPresent(findings::add);
        if (selected.size() == all.size()) {
            findings.addAll(names.unknown());
        }
        if (!selected.isEmpty()) {
            schema = new RehearsedSchema(selected.get(selected.size() - 1).version(), stage.schema());
        }
        return stage;
    }

    private @Nullable Stage rehearse(Migration migration, Stage stage, List<Migration> selected) throws SQLException {
        progress.report("[%d/%d] %s %s"
                .formatted(results.size() + 1, selected.size(), migration.version(), migration.description()));
        filled = null;
        believe();
        Outcome outcome = roundtrip().rehearse(migration, stage);
        if (outcome.stage() != stage) {
            filled = null; // it starts anew from a stage that nobody has filled
        }
        MigrationFacts facts = expected.complete(outcome.facts());
        results.add(judge.judge(options.tests().required() ? facts.tested(tests.covers(migration)) : facts));
        return outcome.stage();
    }

    /** Before the first phase is observed: what measures must have been seen to see. */
    private void believe() throws SQLException {
        InstrumentCheck.Running check = instruments;
        instruments = null;
        if (check != null) {
            check.unseen().forEach(what -> findings.add(blind(what)));
        }
    }

    private static Finding blind(String what) {
        return new Finding(
                "not-measured",
                Severity.ERROR,
                "What measures does not see what is there, so that nothing that it calls good is known to be: " + what
                        + ".",
                "Run it again; if it stays, tell us: the database's version, its user's rights and this sentence.",
                null,
                0);
    }

    private Roundtrip roundtrip() {
        return new Roundtrip(options.runner(), options.statementTimeout(), options.volume(), sequels);
    }

    /** The queue waits while the others run, so that it needs a runner of its own; so does what fails on purpose. */
    private List<Sequel> sequels() {
        return List.of(
                new LockQueue(options.runner().fresh(), options.lockQueueHold()),
                new RollbackAfterUse(options.runner(), options.volume(), progress, filling -> filled = filling),
                new CrashRehearsal(options.runner().fresh(), options.crash(), progress),
                new OldApplication(options.runner(), options.application(), options.applicationTimeout()));
    }

    private boolean advance(Stage stage, Migration target) throws SQLException {
        progress.report("Applying the migrations up to " + target.version());
        RunFailure failure = options.runner().up(stage.dataSource(), target, RunEvents.NONE);
        if (failure != null) {
            findings.add(new Finding(
                    "up-failed",
                    Severity.ERROR,
                    "Before anything could be rehearsed: " + failure.message(),
                    "Correct it, or rehearse from that migration on to see it in detail.",
                    failure.script(),
                    failure.line()));
            return false;
        }
        fill(stage);
        return true;
    }

    private void fill(Stage stage) throws SQLException {
        names.note(stage);
        Filling filling = filled != null ? filled : stage.fill(options.volume(), progress);
        filled = null;
        filling.unfilled().forEach(unfilled -> findings.add(finding(unfilled)));
    }

    private static Finding finding(Unfilled unfilled) {
        return new Finding(
                "not-measured",
                Severity.ERROR,
                unfilled.what() + " could not be filled: " + unfilled.reason(),
                unfilled.reason().contains(NO_SPACE) ? ROOM : unfilled.remedy(),
                null,
                0);
    }

    private Finding stopped(Migration at, List<Migration> selected) {
        List<String> rest = selected.subList(results.size(), selected.size()).stream()
                .map(Migration::version)
                .toList();
        String what = rest.isEmpty() ? "Nothing came after it." : "Not rehearsed: " + String.join(", ", rest) + ".";
        return new Finding(
                "not-measured",
                Severity.ERROR,
                "The rehearsal ended at version " + at.version() + ", whose up cannot be applied. " + what,
                "Correct that migration first.",
                at.script().name(),
                0);
    }

    /** Whose disk is full or whose memory is out tells it to its log; the connection only sees that it is gone. */
    private Finding brokenOff(SQLException failure, Selection selection) {
        List<String> words = house.server().lastWords();
        String told = failure.getMessage() + (words.isEmpty() ? "" : "; the server: " + String.join("; ", words));
        return new Finding(
                "not-measured",
                Severity.ERROR,
                "The rehearsal broke off: the database failed: " + told + "; rehearsed were " + results.size() + " of "
                        + selection.migrations().size() + " migrations.",
                told.contains(NO_SPACE) ? ROOM : "Look at the server's log and run again.",
                null,
                0);
    }
}
