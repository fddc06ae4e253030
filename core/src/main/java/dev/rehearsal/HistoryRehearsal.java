package dev.rehearsal;

import dev.rehearsal.coverage.FoundTests;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.progress.TimeLeft;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.result.Deployment;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsedSchema;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.scenario.AfterFailedUp;
import dev.rehearsal.scenario.InstrumentCheck;
import dev.rehearsal.scenario.Outcome;
import dev.rehearsal.scenario.Roundtrip;
import dev.rehearsal.scenario.Scenario;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.StagePool;
import dev.rehearsal.selection.Selection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rehearses a history, from stage to stage: what is selected is rehearsed, the rest applied. */
final class HistoryRehearsal {
    private final RehearsalOptions options;
    private final FoundTests tests;
    private final StagePool pool;
    private final Progress progress;
    private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
    private final Judge judge;
    private final List<MigrationResult> results = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final StageWay way;
    private final List<Scenario> scenarios;
    private final ExpectedScenarios expected;
    private List<TableFacts> tables = List.of();
    private @Nullable RehearsedSchema schema;
    private @Nullable Filling filled;
    private final DeployedTogether together;
    private int rehearsed;
    private InstrumentCheck.@Nullable Running instruments;

    HistoryRehearsal(RehearsalOptions options, FoundTests tests, StagePool pool, Progress progress) {
        this.options = options;
        this.tests = tests;
        this.pool = pool;
        this.progress = progress;
        this.way = new StageWay(options, pool, progress, findings::add);
        this.scenarios = Scenarios.of(options, progress, filling -> filled = filling);
        this.expected = new ExpectedScenarios(options);
        this.together = new DeployedTogether(options, progress);
        this.judge = options.judge().in(options.runner().history());
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

    /** {@return how all that was selected fared in one run; null if there were not several} */
    @Nullable
    Deployment deployment() {
        return together.seen();
    }

    /** {@return what became of what the scripts assume} */
    List<Assumed> assumed() {
        return way.assumed();
    }

    void run(MigrationHistory history, Selection selection) {
        @Nullable Stage stage = null;
        try (InstrumentCheck.Running check = selection.migrations().isEmpty() ? null : InstrumentCheck.begin(pool)) {
            instruments = check;
            stage = pool.prepared();
            List<Migration> all = new ArrayList<>(history.migrations());
            all.addAll(selection.repeatables());
            stage = rehearseAll(all, selection.migrations(), stage);
        } catch (SQLException e) {
            findings.add(NotRehearsed.brokenOff(
                    e,
                    pool.server().lastWords(),
                    rehearsed + " of " + selection.migrations().size()));
        } finally {
            if (stage != null) {
                stage.close();
            }
            pool.close();
        }
    }

    private @Nullable Stage rehearseAll(List<Migration> all, List<Migration> selected, Stage first)
            throws SQLException {
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
            if (behind != null || (migration.repeatable() && results.isEmpty())) {
                Stage reached = way.advance(stage, behind);
                if (reached == null) {
                    return stage;
                }
                stage = reached;
            }
            behind = null;
            together.before(selected, stage);
            Stage next = rehearse(migration, stage, all, selected);
            if (next == null) {
                endedAt(migration, selected);
                return null;
            }
            stage = next;
            way.fill(stage, filled);
            filled = null;
        }
        came(all, selected, stage);
        return stage;
    }

    private void endedAt(Migration migration, List<Migration> selected) {
        findings.addAll(way.notMet(selected.subList(0, results.size() - 1)));
        findings.add(NotRehearsed.after(migration, selected.subList(results.size(), selected.size())));
    }

    /** What can only be told at the end of the way. */
    private void came(List<Migration> all, List<Migration> selected, Stage stage) throws SQLException {
        findings.addAll(way.notMet(selected));
        tables = stage.tables(options.volume());
        expected.idle(results).ifPresent(findings::add);
        together.differently().ifPresent(findings::add);
        if (selected.isEmpty()) {
            return;
        }
        findings.addAll(way.unknownNames(selected.size() == all.size()));
        String newest = newest(all, selected.get(selected.size() - 1));
        if (newest != null) {
            schema = new RehearsedSchema(newest, stage.schema());
        }
    }

    /** {@return the version at which the stage is; null if there is none, but repeatable scripts alone} */
    private static @Nullable String newest(List<Migration> all, Migration last) {
        return all.subList(0, all.indexOf(last) + 1).stream()
                .filter(migration -> !migration.repeatable())
                .reduce((earlier, later) -> later)
                .map(Migration::version)
                .orElse(null);
    }

    private @Nullable Stage rehearse(Migration migration, Stage stage, List<Migration> all, List<Migration> selected)
            throws SQLException {
        progress.report(
                timeLeft.line(results.size(), selected.size(), migration.version() + " " + migration.description()));
        filled = null;
        requireInstruments();
        Outcome outcome = goOn(migration, all, roundtrip().rehearse(migration, stage));
        if (outcome.stage() != stage) {
            filled = null; // it starts anew from a stage that nobody has filled
        }
        MigrationFacts facts = outcome.thrown() == null ? expected.complete(outcome.facts()) : outcome.facts();
        facts = together.told(facts)
                .forwardOnly(options.judge().budgets().waysBack().forwardOnly(migration));
        boolean besideVersions = migration.repeatable() && !selected.get(0).repeatable();
        results.add(judge.judge(
                options.tests().required() ? facts.tested(tests.covers(migration)) : facts,
                besideVersions ? NotRehearsed::besideVersions : UnaryOperator.identity()));
        outcome.complete();
        rehearsed++;
        return outcome.stage();
    }

    /** An up that fails on rows is told of, and what comes after it is rehearsed all the same. */
    private Outcome goOn(Migration migration, List<Migration> all, Outcome outcome) throws SQLException {
        if (outcome.stage() != null || outcome.thrown() != null) {
            return outcome;
        }
        progress.report(
                "The up of " + migration.called() + " cannot be applied; trying it without the rows in its way");
        int index = all.indexOf(migration);
        return new AfterFailedUp(roundtrip(), way.unfilled(), options.volume())
                .goOn(migration, index == 0 ? null : all.get(index - 1), outcome);
    }

    /** Before the first phase is observed: what measures must have been seen to see. */
    private void requireInstruments() throws SQLException {
        InstrumentCheck.Running check = instruments;
        instruments = null;
        if (check != null) {
            check.unseen().forEach(what -> findings.add(NotRehearsed.blind(what)));
        }
    }

    private Roundtrip roundtrip() {
        return new Roundtrip(options.runner(), options.statementTimeout(), options.volume(), scenarios);
    }
}
