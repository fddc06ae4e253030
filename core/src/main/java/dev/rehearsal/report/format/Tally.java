package dev.rehearsal.report.format;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many there are of each kind, the same in every report. */
public final class Tally {
    private Tally() {}

    /**
     * {@return the migrations by verdict: {@code 1 failed, 39 passed, 27 not run}}
     *
     * @param report any report
     */
    public static String migrations(RehearsalReport report) {
        List<String> parts = new ArrayList<>();
        add(parts, WorstFirst.migrations(report, Verdict.FAILED).size(), "failed");
        add(parts, WorstFirst.migrations(report, Verdict.INCOMPLETE).size(), "not fully measured");
        add(parts, WorstFirst.migrations(report, Verdict.PASSED).size(), "passed");
        add(parts, report.notRun().size(), "not run");
        return String.join(", ", parts);
    }

    /**
     * {@return the findings by severity: {@code 1 error, 36 warnings, 139 notes}; empty if there are none}
     *
     * @param report any report
     */
    public static String findings(RehearsalReport report) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            int count = count(report, severity);
            if (count > 0) {
                parts.add(Sizes.count(count, word(severity)));
            }
        }
        return String.join(", ", parts);
    }

    /**
     * {@return how many findings have a severity}
     *
     * @param report any report
     * @param severity which
     */
    public static int count(RehearsalReport report, Severity severity) {
        return (int) Stream.concat(
                        report.findings().stream(),
                        report.migrations().stream()
                                .map(MigrationResult::findings)
                                .flatMap(List::stream))
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * {@return how many of the findings are notes: {@code 3 notes}; empty if none is}
     *
     * @param findings any findings
     */
    public static String notes(List<Finding> findings) {
        long notes = findings.stream().filter(finding -> !Cause.listed(finding)).count();
        return notes == 0 ? "" : Sizes.count(notes, "note");
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(Sizes.count(count) + " " + what);
        }
    }
}
