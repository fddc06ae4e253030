package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.RiskRow;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import java.util.ArrayList;
import java.util.List;

/** The risks: each is a finding of the rehearsal. */
final class Risks {
    private Risks() {}

    static List<RiskRow> of(RecordedReport report) {
        List<RiskRow> rows = new ArrayList<>();
        report.findings().forEach(f -> rows.add(row("all", f)));
        for (RecordedMigration migration : report.migrations()) {
            migration.findings().forEach(f -> rows.add(row(migration.version(), f)));
        }
        return List.copyOf(rows);
    }

    private static RiskRow row(String version, RecordedFinding found) {
        return new RiskRow(
                version,
                found.rule() + ": " + FigureWords.firstLine(found.message()),
                found.rule().equals("not-measured") ? "unknown: not measured" : "seen in the rehearsal",
                impact(found.severity()),
                mitigation(found));
    }

    /** A recipe of several lines would be a paragraph of run-together SQL in a table's cell. */
    private static String mitigation(RecordedFinding found) {
        if (found.remedy().isBlank()) {
            return "none known";
        }
        boolean recipe = found.remedy().strip().lines().count() > 1;
        return !recipe
                ? found.remedy()
                : found.severity().equals("note") ? "The recipe is in the report." : "The recipe is in section 3.";
    }

    private static String impact(String severity) {
        return switch (severity) {
            case "error" -> "high: it must not go to production so";
            case "warning" -> "medium: to be weighed";
            default -> "low, or accepted with its reason";
        };
    }
}
