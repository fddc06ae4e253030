package dev.rehearsal.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a rehearsal was held against, in milliseconds.
 *
 * @param lockMs how long a lock that blocks reads or writes may be held
 * @param stallMs how long a reader or writer may have to wait
 * @param durationMs how long an up or a down may take
 * @param tables the limits of tables that have their own, by name
 * @param severities how much the project says that findings matter
 * @param migrations the limits of migrations that have their own, by version
 * @param size for which size they are given: {@code stage} or {@code production}
 * @param probeMs how long a service that migrates at boot may take; null if none does
 */
public record AppliedBudgets(
        double lockMs,
        double stallMs,
        double durationMs,
        Map<String, OfTable> tables,
        Severities severities,
        Map<String, OfMigration> migrations,
        String size,
        @Nullable Double probeMs) {
    public AppliedBudgets {
        tables = Map.copyOf(tables);
        migrations = Map.copyOf(migrations);
    }

    /**
     * The limits of one migration, in milliseconds.
     *
     * @param lockMs how long it may lock a table
     * @param stallMs how long readers and writers may have to wait for it
     * @param durationMs how long its up or down may take
     */
    public record OfMigration(double lockMs, double stallMs, double durationMs) {}

    /**
     * The limits of one table, in milliseconds.
     *
     * @param lockMs how long it may be locked
     * @param stallMs how long its readers and writers may have to wait
     */
    public record OfTable(double lockMs, double stallMs) {}
}
