package dev.rehearsal;

import dev.rehearsal.coverage.FoundTests;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.HistoryEnd;
import dev.rehearsal.result.HistoryEnd.Stopped;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedBy;
import dev.rehearsal.result.Selected;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.selection.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rehearsal has brought so far. A report can be made of it at any moment, however the rehearsal ends. */
final class Gathered {
    private final RehearsalOptions options;
    private final Instant started;
    private final long begin = System.nanoTime();
    private final List<Finding> findings = new ArrayList<>();
    private DatabaseFacts database;
    private @Nullable FoundTests tests;
    private @Nullable Selected why;
    private List<String> selected = List.of();
    private @Nullable HistoryRehearsal rehearsed;

    Gathered(RehearsalOptions options, Instant started) {
        this.options = options;
        this.started = started;
        this.database = DatabaseFacts.none(by());
    }

    /** {@return the report of a rehearsal that could not even begin, because its settings do not say how} */
    static RehearsalReport nothing(Throwable thrown, Instant started) {
        List<Finding> findings = List.of(BrokenOff.by(thrown));
        return new RehearsalReport(
                Judge.verdict(findings),
                RehearsalProject.DEFAULT_SEED,
                started,
                0,
                DatabaseFacts.none(RehearsedBy.UNKNOWN),
                Budgets.DEFAULT.applied(),
                List.of(),
                findings,
                List.of(),
                null,
                null,
                null);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void addAll(Collection<Finding> more) {
        findings.addAll(more);
    }

    void chose(Selection selection) {
        findings.addAll(selection.findings());
        why = selection.why();
        selected = selection.migrations().stream().map(Migration::version).toList();
    }

    /** {@return which modules of ours take part} */
    RehearsedBy by() {
        return new RehearsedBy(options.dialect().id(), options.runner().id());
    }

    void on(DatabaseFacts facts) {
        database = facts;
    }

    void with(FoundTests found) {
        tests = found;
    }

    /** {@return what goes through the history, whose results count from now on} */
    HistoryRehearsal through(HistoryRehearsal way) {
        rehearsed = way;
        return way;
    }

    RehearsalReport report() {
        HistoryRehearsal way = rehearsed;
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(way == null ? List.of() : way.findings());
        List<MigrationResult> results = way == null ? List.of() : way.results();
        return new RehearsalReport(
                Judge.verdict(all, results),
                options.volume().seed(),
                started,
                (System.nanoTime() - begin) / 1e6,
                database,
                options.judge().budgets().applied(),
                way == null ? List.of() : way.tables(),
                all,
                results,
                coverage(results),
                way == null
                        ? null
                        : new HistoryEnd(way.schema(), way.deployment(), way.assumed(), Stopped.of(selected, results)),
                why);
    }

    /** A project that neither has nor requires tests is not told that it has none. */
    private @Nullable TestCoverage coverage(List<MigrationResult> rehearsed) {
        FoundTests found = tests;
        if (found == null || (!options.tests().required() && found.versions().isEmpty())) {
            return null;
        }
        return found.of(
                rehearsed.stream().map(result -> result.facts().migration()).toList());
    }
}
