package dev.rehearsal.result;

import java.time.Instant;
import java.util.List;

/**
 * A whole rehearsal.
 *
 * @param verdict the answer
 * @param seed everything random came from it
 * @param started when it began
 * @param durationMs how long it took, in milliseconds
 * @param database what it ran on
 * @param budgets what it was held against
 * @param tables each table as it was filled at the newest version that holds it
 * @param findings those that belong to no single migration, worst first
 * @param migrations oldest first
 */
public record RehearsalReport(
        Verdict verdict,
        long seed,
        Instant started,
        double durationMs,
        DatabaseFacts database,
        AppliedBudgets budgets,
        List<TableFacts> tables,
        List<Finding> findings,
        List<MigrationResult> migrations) {
    public RehearsalReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        migrations = List.copyOf(migrations);
    }
}
