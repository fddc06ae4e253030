package dev.rehearsal.maven;

import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** The last words of a build that does not pass. */
final class Verdicts {
    /** The log above has told all of them. */
    private static final int MOST = 5;

    private Verdicts() {}

    static String failed(RehearsalReport report, File directory) {
        return "The rehearsal FAILED: " + Plain.entry(errors(report)) + ". See " + directory + "/report.html";
    }

    static String incomplete(RehearsalReport report, File directory) {
        return "The rehearsal is INCOMPLETE: something could not be measured: " + Plain.entry(errors(report)) + ". See "
                + directory + "/report.html";
    }

    /** Where nothing was rehearsed, no reader needs the report to know why. */
    private static String errors(RehearsalReport report) {
        boolean nothing = report.migrations().isEmpty();
        List<String> all = Stream.concat(
                        report.findings().stream(), report.migrations().stream().flatMap(m -> m.findings().stream()))
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> nothing ? where(finding) + ": " + finding.message() : where(finding))
                .distinct()
                .toList();
        String first = String.join(", ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() <= MOST ? first : first + " and " + (all.size() - MOST) + " more";
    }

    private static String where(Finding finding) {
        String line = finding.line() > 0 ? ":" + finding.line() : "";
        return finding.file() == null ? finding.rule() : finding.rule() + " (" + finding.file() + line + ")";
    }
}
