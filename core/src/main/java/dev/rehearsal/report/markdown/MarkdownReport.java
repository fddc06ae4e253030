package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.AssumptionLines;
import dev.rehearsal.report.format.Cause;
import dev.rehearsal.report.format.FilledRows;
import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.format.ServerLines;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.Tally;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells the reviewers of a pull request: the verdict, the migrations as a table, each problem once with its remedy, and
 * the facts behind it folded. At most {@value #LIMIT} bytes; what does not fit is counted. Foreign text stays text. Safe
 * for use by several threads.
 */
public final class MarkdownReport implements Report {
    /** A comment that is longer is not read. */
    private static final int LIMIT = 5_000;

    private static final int REMARKS = 3;

    /** Makes one. */
    public MarkdownReport() {}

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public String render(RehearsalReport report) {
        StringBuilder text = new StringBuilder(head(report)).append(Overview.of(report));
        String foot = foot(report);
        String missing = Overview.notMeasured(report);
        int room = LIMIT - Bytes.of(foot);
        append(text, missing, room / 2);
        text.append(Problems.within(Cause.of(report), room - Bytes.of(text)));
        for (MigrationResult migration : WorstFirst.migrations(report)) {
            if (migration.verdict() != Verdict.PASSED) {
                Details.of(migration).forEach(fold -> append(text, fold, room));
            }
        }
        return Plain.withoutCommands(text.append(foot).toString());
    }

    private static void append(StringBuilder text, String part, int room) {
        if (Bytes.of(text) + Bytes.of(part) <= room) {
            text.append(part);
        }
    }

    private static String head(RehearsalReport report) {
        StringBuilder head = new StringBuilder("## ")
                .append(sign(report.verdict()))
                .append(" Rehearsal ")
                .append(Escape.text(Plain.words(Headline.of(report), 600)))
                .append("\n\n");
        Headline.selection(report).ifPresent(why -> add(head, "Chosen: ", why, 600));
        Headline.deployment(report).ifPresent(deployed -> add(head, "Deployed: ", deployed, 300));
        Headline.forwardOnly(report).ifPresent(why -> add(head, "Forward only: ", why, 300));
        AssumptionLines.of(report).stream().limit(REMARKS).forEach(line -> add(head, "Assumed: ", line, 300));
        int more = report.assumed().size() - REMARKS;
        head.append(more > 0 ? Sizes.count(more, "more assumption") + " in `report.html`.\n\n" : "");
        Headline.tests(report).ifPresent(tests -> add(head, "Tests: ", tests, 300));
        ServerLines.of(report).stream().limit(REMARKS).forEach(line -> add(head, "Also on ", line, 300));
        report.findings().stream()
                .filter(finding -> !Cause.listed(finding))
                .limit(REMARKS)
                .forEach(note -> add(head, "Note: ", note.message(), 300));
        return head.toString();
    }

    private static void add(StringBuilder head, String what, String text, int limit) {
        head.append(what).append(Escape.text(Plain.words(text, limit))).append("\n\n");
    }

    private static String foot(RehearsalReport report) {
        long rows = report.tables().stream().mapToLong(TableFacts::rows).sum();
        String tables = Sizes.count(report.tables().size(), "table") + " with " + Sizes.count(rows, "row");
        List<String> remarks = FilledRows.remarks(report);
        String few = remarks.stream()
                .limit(REMARKS)
                .map(remark -> ". " + Escape.text(Plain.words(remark, 160)))
                .collect(Collectors.joining());
        int more = remarks.size() - REMARKS;
        String findings = Tally.findings(report);
        String unlike = String.join("; ", report.database().unlikeProduction());
        return "\n<sub>" + Escape.text(Headline.circumstances(report)) + "; " + tables + few
                + (more > 0 ? ". " + Sizes.count(more, "more table") + " with fewer rows than asked" : "")
                + (unlike.isEmpty() ? "" : ". Unlike production: " + Escape.text(Plain.words(unlike, 200)))
                + (findings.isEmpty() ? "" : ". " + findings)
                + ". Timelines, every statement, lock and note are in `report.html`.</sub>\n";
    }

    /** {@return a sign for the verdict, which is always followed by its word} */
    static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✅";
            case FAILED -> "❌";
            case INCOMPLETE -> "⚠️";
        };
    }
}
