package dev.rehearsal.report;

import dev.rehearsal.compare.Comparison;
import dev.rehearsal.report.markdown.ComparisonMarkdown;
import dev.rehearsal.report.text.ComparisonSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All reports of one comparison, each from the same result. */
public final class ComparisonReports {
    /** The report's file. */
    public static final String FILE = "compare.md";

    private ComparisonReports() {}

    /**
     * {@return the lines for the build log}
     *
     * @param comparison what to tell
     */
    public static List<String> summary(Comparison comparison) {
        return new ComparisonSummary().lines(comparison);
    }

    /**
     * Writes {@code compare.md}.
     *
     * @param directory where to; it is made if it is missing
     * @param comparison what to tell
     * @throws IOException if it could not be written
     */
    public static void writeAll(Path directory, Comparison comparison) throws IOException {
        ReportFiles files = new ReportFiles();
        files.attempt(
                FILE, () -> ReportFiles.replace(directory.resolve(FILE), new ComparisonMarkdown().render(comparison)));
        files.complain(directory);
    }
}
