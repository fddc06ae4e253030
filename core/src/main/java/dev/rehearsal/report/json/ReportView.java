package dev.rehearsal.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.report.format.Product;
import dev.rehearsal.report.json.TogetherViews.EndView;
import dev.rehearsal.result.AppliedBudgets;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.OtherServer;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedBy;
import dev.rehearsal.result.Selected;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TestCoverage;
import dev.rehearsal.result.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The whole report as it stands in the file: each component is a key, in this order. */
record ReportView(
        int schemaVersion,
        Verdict verdict,
        @JsonUnwrapped RunView run,
        @JsonUnwrapped RehearsedBy rehearsedBy,
        DatabaseView database,
        BudgetsView budgets,
        List<TableFacts> tables,
        List<FindingView> findings,
        List<MigrationView> migrations,
        @Nullable TestCoverage tests,
        @Nullable Selected selection,
        @JsonUnwrapped EndView end) {
    private static final int SCHEMA_VERSION = 1;

    static ReportView of(RehearsalReport report) {
        Fingerprints fingerprints = new Fingerprints();
        return new ReportView(
                SCHEMA_VERSION,
                report.verdict(),
                new RunView(
                        Product.version(), report.seed(), report.started().toString(), Numbers.ms(report.durationMs())),
                report.database().rehearsedBy(),
                DatabaseView.of(report.database()),
                BudgetsView.of(report.budgets()),
                report.tables(),
                FindingView.of(report.findings(), fingerprints, null),
                report.migrations().stream()
                        .map(m -> MigrationView.of(m, fingerprints))
                        .toList(),
                report.tests(),
                report.selection(),
                EndView.of(report));
    }

    record RunView(String rehearsal, long seed, String started, BigDecimal durationMs) {}

    record DatabaseView(
            String product, String version, String provider, List<String> unlikeProduction, List<OtherServer> others) {
        static DatabaseView of(DatabaseFacts facts) {
            return new DatabaseView(
                    facts.product(), facts.version(), facts.provider(), facts.unlikeProduction(), facts.others());
        }
    }

    record BudgetsView(
            BigDecimal lockMs,
            BigDecimal stallMs,
            BigDecimal durationMs,
            Map<String, TableBudgetView> tables,
            Map<String, String> severities,
            Map<String, Map<String, String>> severitiesOfTables,
            long warningRows,
            long errorRows,
            Map<String, MigrationBudgetView> migrations,
            String size,
            @Nullable BigDecimal probeMs) {
        static BudgetsView of(AppliedBudgets b) {
            Map<String, TableBudgetView> tables = new TreeMap<>();
            b.tables().forEach((table, own) -> tables.put(table, TableBudgetView.of(own)));
            Map<String, Map<String, String>> ofTables = new TreeMap<>();
            b.severities().tables().forEach((table, own) -> ofTables.put(table, names(own)));
            Map<String, MigrationBudgetView> migrations = new TreeMap<>();
            b.migrations().forEach((version, own) -> migrations.put(version, MigrationBudgetView.of(own)));
            return new BudgetsView(
                    Numbers.ms(b.lockMs()),
                    Numbers.ms(b.stallMs()),
                    Numbers.ms(b.durationMs()),
                    tables,
                    names(b.severities().rules()),
                    ofTables,
                    b.severities().warningRows(),
                    b.severities().errorRows(),
                    migrations,
                    b.size(),
                    b.probeMs() == null ? null : Numbers.ms(b.probeMs()));
        }

        private static Map<String, String> names(Map<String, Severity> severities) {
            Map<String, String> names = new TreeMap<>();
            severities.forEach((rule, own) -> names.put(rule, own.name().toLowerCase(Locale.ROOT)));
            return names;
        }
    }

    record TableBudgetView(BigDecimal lockMs, BigDecimal stallMs) {
        static TableBudgetView of(AppliedBudgets.OfTable own) {
            return new TableBudgetView(Numbers.ms(own.lockMs()), Numbers.ms(own.stallMs()));
        }
    }

    record MigrationBudgetView(BigDecimal lockMs, BigDecimal stallMs, BigDecimal durationMs) {
        static MigrationBudgetView of(AppliedBudgets.OfMigration own) {
            return new MigrationBudgetView(
                    Numbers.ms(own.lockMs()), Numbers.ms(own.stallMs()), Numbers.ms(own.durationMs()));
        }
    }

    record FindingView(
            String rule,
            String severity,
            String message,
            String remedy,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable String table,
            boolean baselined,
            String fingerprint) {
        static List<FindingView> of(List<Finding> findings, Fingerprints fingerprints, @Nullable Migration migration) {
            return findings.stream().map(f -> of(f, fingerprints, migration)).toList();
        }

        private static FindingView of(Finding f, Fingerprints fingerprints, @Nullable Migration migration) {
            return new FindingView(
                    f.rule(),
                    f.severity().name().toLowerCase(Locale.ROOT),
                    f.message(),
                    f.remedy(),
                    f.file(),
                    Numbers.line(f.line()),
                    f.table(),
                    f.baselined(),
                    migration == null ? fingerprints.of(f, null) : fingerprints.ofMigration(f, migration));
        }
    }
}
