package dev.rehearsal.report;

import dev.rehearsal.report.ci.GitLabCodeQualityReport;
import dev.rehearsal.report.ci.JUnitXmlReport;
import dev.rehearsal.report.ci.SarifReport;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.html.HtmlReport;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.report.json.SchemaFile;
import dev.rehearsal.report.markdown.MarkdownReport;
import dev.rehearsal.report.text.LogLine;
import dev.rehearsal.report.text.TextSummary;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RuleHelp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All reports of one rehearsal, each from the same result. Immutable. */
public final class Reports {
    private final List<Report> all;
    private final @Nullable Path githubStepSummary;

    /**
     * Makes the set of reports.
     *
     * @param rules the help of each rule, by its id
     * @param root the folder that paths in SARIF and GitLab's report are relative to: the repository's
     * @param githubStepSummary the file that the Markdown report is also appended to, as {@code $GITHUB_STEP_SUMMARY}
     *     names it; null for none
     */
    public Reports(Map<String, RuleHelp> rules, Path root, @Nullable Path githubStepSummary) {
        this.githubStepSummary = githubStepSummary;
        this.all = List.of(
                new JsonReport(),
                new SchemaFile(),
                new MarkdownReport(),
                new HtmlReport(),
                new SarifReport(rules, root),
                new JUnitXmlReport(),
                new GitLabCodeQualityReport(root));
    }

    /**
     * {@return the summary for the build log, as one text}
     *
     * @param report what to tell
     */
    public static String summary(RehearsalReport report) {
        return new TextSummary().render(report);
    }

    /**
     * {@return the same line by line, each with its level}
     *
     * @param report what to tell
     */
    public static List<LogLine> log(RehearsalReport report) {
        return new TextSummary().lines(report);
    }

    /**
     * Writes every report, also when one of them cannot be written. A file is either the whole report or as it was.
     *
     * @param directory where to; it is made if it is missing
     * @param report what to tell
     * @throws IOException if a report could not be written; the message names each
     */
    public void writeAll(Path directory, RehearsalReport report) throws IOException {
        ReportFiles files = new ReportFiles();
        all.forEach(r -> files.attempt(
                r.fileName(), () -> ReportFiles.replace(directory.resolve(r.fileName()), r.render(report))));
        Path summary = githubStepSummary;
        if (summary != null) {
            files.attempt(
                    "the step summary", () -> ReportFiles.append(summary, new MarkdownReport().render(report) + "\n"));
        }
        files.complain(directory);
    }
}
