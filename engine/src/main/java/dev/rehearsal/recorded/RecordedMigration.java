package dev.rehearsal.recorded;

import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one migration. A list that was not measured is null.
 *
 * @param version its version
 * @param description from its name
 * @param script its name
 * @param verdict the answer
 * @param risk how much it can hurt
 * @param expectedDowntimeMs the worst that others had to wait, in milliseconds; null if not measured
 * @param phases those that ran
 * @param dataAfterDown whether the down restored the data; null if not measured
 * @param schemaAfterDown whether the down restored the schema; null if not measured
 * @param afterUse what a rollback after use lost; null if not rehearsed
 * @param findings what the rules said
 * @param notMeasured what could not be measured
 */
public record RecordedMigration(
        String version,
        String description,
        String script,
        String verdict,
        String risk,
        @Nullable Double expectedDowntimeMs,
        List<RecordedPhase> phases,
        @Nullable RecordedData dataAfterDown,
        @Nullable RecordedSchema schemaAfterDown,
        @Nullable RecordedUse afterUse,
        List<RecordedFinding> findings,
        List<String> notMeasured) {
    public RecordedMigration {
        phases = List.copyOf(phases);
        findings = List.copyOf(findings);
        notMeasured = List.copyOf(notMeasured);
    }

    /**
     * One phase.
     *
     * @param phase its id: {@code up}
     * @param durationMs how long it took, in milliseconds
     * @param locks the locks that were held; null if not measured
     * @param stalls how long others had to wait; null if not measured
     * @param notMeasured what could not be measured
     */
    public record RecordedPhase(
            String phase,
            double durationMs,
            @Nullable List<RecordedLock> locks,
            @Nullable List<RecordedStall> stalls,
            List<String> notMeasured) {}

    /**
     * A lock that was held.
     *
     * @param relation on what
     * @param heldMs how long, in milliseconds
     * @param blocksReads whether no one could read
     * @param blocksWrites whether no one could write
     * @param createdHere whether the migration itself made the relation
     */
    public record RecordedLock(
            String relation, double heldMs, boolean blocksReads, boolean blocksWrites, boolean createdHere) {}

    /**
     * How long others had to wait.
     *
     * @param relation for what
     * @param operation to do what
     * @param worstMs the longest, in milliseconds
     */
    public record RecordedStall(String relation, String operation, double worstMs) {}

    /**
     * Whether the down restored the schema.
     *
     * @param identical whether it did
     */
    public record RecordedSchema(boolean identical) {}

    /**
     * Whether the down restored the data.
     *
     * @param identical whether it did
     * @param losses what it did not
     */
    public record RecordedData(boolean identical, List<RecordedLoss> losses) {}

    /**
     * What a rollback after use lost.
     *
     * @param losses null if not measured
     */
    public record RecordedUse(@Nullable List<RecordedLoss> losses) {}

    /**
     * Something lost.
     *
     * @param relation of which table
     * @param column of which column; null for whole rows
     * @param kind how
     * @param rows of how many rows
     * @param expected whether the down must lose it
     */
    public record RecordedLoss(String relation, @Nullable String column, String kind, long rows, boolean expected) {}
}
