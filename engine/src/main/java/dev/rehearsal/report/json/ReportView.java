package dev.rehearsal.report.json;

import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.result.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The whole report as it stands in the file: each component is a key, in this order. */
record ReportView(
        int schemaVersion,
        Verdict verdict,
        long seed,
        String started,
        BigDecimal durationMs,
        DatabaseFacts database,
        List<TableFacts> tables,
        List<FindingView> findings,
        List<MigrationView> migrations,
        @Nullable TestCoverage tests) {
    private static final int SCHEMA_VERSION = 1;

    static ReportView of(RehearsalReport report) {
        return new ReportView(
                SCHEMA_VERSION,
                report.verdict(),
                report.seed(),
                report.started().toString(),
                Numbers.ms(report.durationMs()),
                report.database(),
                report.tables(),
                FindingView.of(report.findings()),
                report.migrations().stream().map(MigrationView::of).toList(),
                report.tests());
    }

    record FindingView(
            String rule,
            String severity,
            String message,
            String remedy,
            @Nullable String file,
            @Nullable Integer line) {
        static List<FindingView> of(List<Finding> findings) {
            return findings.stream()
                    .map(f -> new FindingView(
                            f.rule(),
                            f.severity().name().toLowerCase(Locale.ROOT),
                            f.message(),
                            f.remedy(),
                            f.file(),
                            Numbers.line(f.line())))
                    .toList();
        }
    }
}
