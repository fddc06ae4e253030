package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.AssumptionLines;
import dev.rehearsal.report.format.FilledRows;
import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells the reviewers of a pull request: verdict and worst migration first, details folded. At most
 * {@value #LIMIT} characters, what does not fit is counted. Foreign text stays text. Safe for use by several threads.
 */
public final class MarkdownReport implements Report {
    /** GitHub takes 65,536; the rest is for what a workflow puts around it. */
    private static final int LIMIT = 65_000;

    private static final int RESERVE = 3_000;
    private static final int REMARKS = 5;

    /** Makes one. */
    public MarkdownReport() {}

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public String render(RehearsalReport report) {
        StringBuilder text = new StringBuilder(head(report));
        int leftOut = 0;
        for (MigrationResult migration : notPassed(report)) {
            String section = MigrationSection.full(migration);
            if (!fits(text, section)) {
                section = MigrationSection.brief(migration);
            }
            if (leftOut == 0 && fits(text, section)) {
                text.append(section);
            } else {
                leftOut++;
            }
        }
        if (leftOut > 0) {
            text.append("\n**")
                    .append(Sizes.count(leftOut, "more migration"))
                    .append("** did not pass and did not fit" + " here; `report.html` has all of them.\n");
        }
        List<MigrationResult> passed = WorstFirst.migrations(report, Verdict.PASSED);
        text.append(new PassedTable(passed).within(room(text)));
        text.append(new PassedWarnings(passed).within(room(text)));
        return Plain.withoutCommands(text.append(foot(report)).toString());
    }

    private static String head(RehearsalReport report) {
        StringBuilder head = new StringBuilder("## ")
                .append(sign(report.verdict()))
                .append(" Rehearsal ")
                .append(Headline.of(report))
                .append("\n\n");
        report.database().unlikeProduction().stream()
                .limit(5)
                .forEach(s -> head.append("> Unlike production: ")
                        .append(Escape.text(Plain.shorten(s, 300)))
                        .append("\n\n"));
        Headline.selection(report)
                .ifPresent(why -> head.append("Chosen: ")
                        .append(Escape.text(Plain.shorten(why, 2_000)))
                        .append("\n\n"));
        Headline.deployment(report)
                .ifPresent(deployed -> head.append("Deployed: ")
                        .append(Escape.text(Plain.shorten(deployed, 300)))
                        .append("\n\n"));
        Headline.forwardOnly(report)
                .ifPresent(why -> head.append("Forward only: ")
                        .append(Escape.text(Plain.shorten(why, 2_000)))
                        .append("\n\n"));
        AssumptionLines.of(report).stream()
                .limit(REMARKS)
                .forEach(line -> head.append("Assumed: ")
                        .append(Escape.text(Plain.shorten(line, 500)))
                        .append("\n\n"));
        int more = report.assumed().size() - REMARKS;
        head.append(more > 0 ? Sizes.count(more, "more assumption") + " in `report.html`.\n\n" : "");
        Headline.tests(report)
                .ifPresent(tests -> head.append("Tests: ")
                        .append(Escape.text(Plain.shorten(tests, 2_000)))
                        .append("\n\n"));
        head.append(MigrationSection.findings(report.findings()));
        return head.toString();
    }

    private static List<MigrationResult> notPassed(RehearsalReport report) {
        return WorstFirst.migrations(report).stream()
                .filter(m -> m.verdict() != Verdict.PASSED)
                .toList();
    }

    private static String foot(RehearsalReport report) {
        long rows = report.tables().stream().mapToLong(TableFacts::rows).sum();
        String tables = Sizes.count(report.tables().size(), "table") + " with " + Sizes.count(rows, "row");
        List<String> remarks = FilledRows.remarks(report);
        String few = remarks.stream()
                .limit(REMARKS)
                .map(remark -> ". " + Escape.text(Plain.shorten(remark, 300)))
                .collect(Collectors.joining());
        int more = remarks.size() - REMARKS;
        return "\n<sub>" + Escape.text(Headline.circumstances(report)) + "; " + tables + few
                + (more > 0 ? ". " + Sizes.count(more, "more table") + " with fewer rows than asked" : "")
                + ". Timelines, every statement and every lock are in `report.html`.</sub>\n";
    }

    private static boolean fits(StringBuilder text, String section) {
        return section.length() <= room(text);
    }

    private static int room(StringBuilder text) {
        return LIMIT - RESERVE - text.length();
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
