package dev.rehearsal.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole rehearsal.
 *
 * @param verdict the answer
 * @param seed everything random came from it
 * @param started when it began
 * @param durationMs how long it took, in milliseconds
 * @param database what it ran on
 * @param tables each table as it was filled at the newest version that holds it
 * @param findings those that belong to no single migration, worst first
 * @param migrations oldest first
 * @param schema the schema at the end; null if the end was not reached
 */
public record RehearsalReport(
        Verdict verdict,
        long seed,
        Instant started,
        double durationMs,
        DatabaseFacts database,
        List<TableFacts> tables,
        List<Finding> findings,
        List<MigrationResult> migrations,
        @Nullable RehearsedSchema schema) {
    public RehearsalReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        migrations = List.copyOf(migrations);
    }

    /**
     * A report without the schema at the end.
     *
     * @param verdict the answer
     * @param seed everything random came from it
     * @param started when it began
     * @param durationMs how long it took, in milliseconds
     * @param database what it ran on
     * @param tables each table
     * @param findings those that belong to no single migration
     * @param migrations oldest first
     */
    public RehearsalReport(
            Verdict verdict,
            long seed,
            Instant started,
            double durationMs,
            DatabaseFacts database,
            List<TableFacts> tables,
            List<Finding> findings,
            List<MigrationResult> migrations) {
        this(verdict, seed, started, durationMs, database, tables, findings, migrations, null);
    }
}
