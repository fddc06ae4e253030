package dev.rehearsal.report;

import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.report.json.InspectionJson;
import dev.rehearsal.report.markdown.InspectionMarkdown;
import dev.rehearsal.report.text.InspectionSummary;
import java.io.IOException;
import java.nio.file.Path;

/** All reports of one inspection, each from the same result. */
public final class InspectionReports {
    private InspectionReports() {}

    /**
     * {@return the summary for the build log}
     *
     * @param report what to tell
     */
    public static String summary(InspectionReport report) {
        return new InspectionSummary().render(report);
    }

    /**
     * Writes {@code inspection.json} and {@code inspection.md}.
     *
     * @param directory where to; it is made if it is missing
     * @param report what to tell
     * @throws IOException if one could not be written
     */
    public static void writeAll(Path directory, InspectionReport report) throws IOException {
        ReportFiles files = new ReportFiles();
        files.attempt(
                "inspection.json",
                () -> ReportFiles.replace(directory.resolve("inspection.json"), new InspectionJson().render(report)));
        files.attempt(
                "inspection.md",
                () -> ReportFiles.replace(directory.resolve("inspection.md"), new InspectionMarkdown().render(report)));
        files.complain(directory);
    }
}
