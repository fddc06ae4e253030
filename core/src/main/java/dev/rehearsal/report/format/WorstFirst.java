package dev.rehearsal.report.format;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.util.Comparator;
import java.util.List;

/** The order in which a reader wants to see things. */
public final class WorstFirst {
    private WorstFirst() {}

    /**
     * {@return the migrations, failed ones first, then those not measured, then the rest; else oldest first}
     *
     * @param report any report
     */
    public static List<MigrationResult> migrations(RehearsalReport report) {
        return report.migrations().stream()
                .sorted(Comparator.comparing(m -> rank(m.verdict())))
                .toList();
    }

    /**
     * {@return the migrations of one verdict, oldest first}
     *
     * @param report any report
     * @param verdict which
     */
    public static List<MigrationResult> migrations(RehearsalReport report, Verdict verdict) {
        return report.migrations().stream().filter(m -> m.verdict() == verdict).toList();
    }

    /**
     * {@return the findings, errors first}
     *
     * @param findings any findings
     */
    public static List<Finding> findings(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> 0;
            case INCOMPLETE -> 1;
            case PASSED -> 2;
        };
    }
}
