package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Change;
import dev.rehearsal.plan.PlanContent.Code;
import dev.rehearsal.plan.PlanContent.Option;
import dev.rehearsal.plan.PlanContent.Sql;
import dev.rehearsal.plan.PlanContent.Step;
import dev.rehearsal.plan.PlanContent.Summary;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import dev.rehearsal.recorded.RecordedReport.RecordedTable;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Sizes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a plan together. The same report and scripts make the same plan. */
final class PlanMaker {
    private static final List<String> RISKS = List.of("LOW", "MEDIUM", "HIGH");

    private final PlanSource source;
    private final RecordedReport report;
    private final PlanQuestions questions;

    PlanMaker(PlanSource source, PlanQueries queries, String historyTable) {
        this.source = source;
        this.report = source.report();
        this.questions = new PlanQuestions(report, queries, source.fromScratch() ? "" : historyTable);
    }

    PlanContent make() {
        Summary summary = summary();
        List<Step> steps = report.migrations().stream().map(this::step).toList();
        return new PlanContent(
                summary,
                steps,
                questions.all(),
                PlanTimeline.of(report),
                Risks.of(report),
                Criteria.of(report, steps),
                Announcements.of(report, summary));
    }

    private Summary summary() {
        List<Expectation> left = questions.left();
        return new Summary(
                title(),
                report.started(),
                report.database().product() + " " + report.database().version() + " ("
                        + report.database().provider() + "), seed " + report.seed(),
                report.verdict(),
                warning(),
                risk(),
                Sizes.count(report.migrations().size(), "migration"),
                new PlannedTimes(
                        sum("up"), forwardOnly().isEmpty() ? sum("down") : "forward only", downtime(), forwardOnly()),
                relations(left, Expectation.Kind.RELATION),
                relations(left, Expectation.Kind.NO_RELATION),
                Trust.of(report),
                byHand());
    }

    /** {@return why there is no way back at all on purpose; empty if there is one, or should be} */
    private String forwardOnly() {
        List<String> reasons = report.migrations().stream()
                .map(RecordedMigration::forwardOnly)
                .flatMap(Stream::ofNullable)
                .toList();
        return reasons.size() == report.migrations().size() ? reasons.get(0) : "";
    }

    private String title() {
        List<RecordedMigration> all = report.migrations();
        String first = all.get(0).version();
        String last = all.get(all.size() - 1).version();
        return first.equals(last) ? "version " + first : "versions " + first + " to " + last;
    }

    private String warning() {
        return report.verdict().equals("PASSED")
                ? ""
                : "The rehearsal did not pass (" + report.verdict()
                        + "): this plan must not be carried out before one does.";
    }

    private String risk() {
        return report.migrations().stream()
                .map(RecordedMigration::risk)
                .max(Comparator.comparingInt(RISKS::indexOf))
                .orElse(FigureWords.NOT_MEASURED);
    }

    private String sum(String phase) {
        List<RecordedPhase> measured = report.migrations().stream()
                .flatMap(m -> m.phase(phase).stream())
                .toList();
        int missing = report.migrations().size() - measured.size();
        String sum = DurationText.format(
                measured.stream().mapToDouble(RecordedPhase::durationMs).sum());
        return measured.isEmpty()
                ? FigureWords.NOT_MEASURED
                : sum
                        + (missing == 0
                                ? ""
                                : ", without " + Sizes.count(missing, "migration") + " that was not measured");
    }

    private String downtime() {
        Optional<Double> worst = report.migrations().stream()
                .map(RecordedMigration::expectedDowntimeMs)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder());
        List<String> unknown = report.migrations().stream()
                .filter(m -> m.expectedDowntimeMs() == null)
                .map(RecordedMigration::version)
                .toList();
        String missing = unknown.isEmpty() ? "" : "; not measured for version " + FigureWords.list(unknown);
        return worst.map(DurationText::format).orElse(FigureWords.NOT_MEASURED) + missing;
    }

    private static List<Code> relations(List<Expectation> left, Expectation.Kind kind) {
        return left.stream()
                .filter(e -> e.kind() == kind)
                .map(e -> new Code(e.relation()))
                .toList();
    }

    private List<String> byHand() {
        long disk = report.migrations().stream()
                .flatMap(m -> m.tables().stream())
                .mapToLong(RecordedTable::bytes)
                .max()
                .orElse(0);
        return List.of(
                "Free disk: no query of " + report.database().product()
                        + " tells it. Section 2 says what was needed in the rehearsal; the largest"
                        + " table of the rehearsal took " + Sizes.bytes(disk)
                        + ", and a table that is rewritten needs its"
                        + " own size again while it is.",
                "A backup from which the database was restored at least once, younger than a day.");
    }

    private Step step(RecordedMigration migration) {
        Header written = source.header(migration);
        Header header = migration.forwardOnly() == null ? written : written.forwardOnly();
        List<Change> changes = PlannedChanges.of(migration);
        return new Step(
                migration.version(),
                migration.description(),
                new Code(migration.script()),
                new PlannedAnswer(migration.verdict(), migration.risk(), migration.riskReasons()),
                header.entries(),
                header.missing(),
                changes,
                Impacts.of(migration),
                PlannedChanges.breaks(migration, header),
                migration.findings().stream()
                        .filter(f -> !f.remedy().isBlank() && !f.severity().equals("note"))
                        .map(PlanMaker::option)
                        .toList(),
                FailureModes.of(migration),
                Undos.of(migration, header));
    }

    private static Option option(RecordedFinding found) {
        return new Option(
                new Code(found.rule()),
                FigureWords.firstLine(found.message()),
                new Sql(recipe(found.remedy())),
                "not measured: only the migration as written was rehearsed");
    }

    /** A remedy in words is a comment, so that whoever copies the block can run it. */
    private static String recipe(String remedy) {
        return remedy.strip().lines().count() > 1 ? remedy : "-- " + remedy.strip();
    }
}
