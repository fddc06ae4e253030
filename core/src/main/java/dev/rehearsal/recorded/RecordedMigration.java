package dev.rehearsal.recorded;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rehearsal.recorded.RecordedPhase.RecordedEffect;
import dev.rehearsal.recorded.RecordedReport.RecordedFinding;
import dev.rehearsal.recorded.RecordedReport.RecordedTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one migration. A list that was not measured is null.
 *
 * @param identity which it is
 * @param answer what the rehearsal said of it
 * @param phases those that ran
 * @param roundtrip what down and second up led back to
 * @param afterUse what a rollback after use lost; null if not rehearsed
 * @param lockQueue how it waited behind a long transaction; null if not rehearsed
 * @param crash what a crash in its midst leaves; null in reports of older versions
 * @param tables how the tables were filled before it
 * @param tablesAfterUp how many rows they had after its up; null if not counted
 * @param findings what the rules said
 * @param hangs why the runner would wait for itself; null if it would not
 * @param notMeasured what could not be measured
 */
public record RecordedMigration(
        @JsonUnwrapped RecordedIdentity identity,
        @JsonUnwrapped RecordedAnswer answer,
        List<RecordedPhase> phases,
        @JsonUnwrapped RecordedRoundtrip roundtrip,
        @Nullable RecordedUse afterUse,
        @Nullable RecordedQueue lockQueue,
        @Nullable RecordedCrashes crash,
        List<RecordedTable> tables,
        @Nullable List<RecordedTable> tablesAfterUp,
        List<RecordedFinding> findings,
        @Nullable String hangs,
        List<String> notMeasured) {
    public RecordedMigration {
        phases = List.copyOf(phases);
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        notMeasured = List.copyOf(notMeasured);
    }

    /** {@return its version} */
    public String version() {
        return identity.version();
    }

    /** {@return its description, from its name} */
    public String description() {
        return identity.description();
    }

    /** {@return the name of its script} */
    public String script() {
        return identity.script();
    }

    /** {@return what its script's bytes are recognised by} */
    public String scriptDigest() {
        return identity.scriptDigest();
    }

    /** {@return the name of its undo script; null if it has none} */
    public @Nullable String undoScript() {
        return identity.undoScript();
    }

    /**
     * {@return how it is taken back: {@code written}, {@code derived}, {@code declared-empty} or {@code none}; null in
     * reports of older versions}
     */
    public @Nullable String wayBack() {
        return identity.wayBack();
    }

    /** {@return what the undo script's bytes are recognised by; null if it has none} */
    public @Nullable String undoDigest() {
        return identity.undoDigest();
    }

    /** {@return whether the runner keeps it in one transaction} */
    public boolean transactional() {
        return identity.transactional();
    }

    /** {@return why there is no way back on purpose; null if there should be one} */
    public @Nullable String forwardOnly() {
        return identity.forwardOnly();
    }

    /** {@return the answer} */
    public String verdict() {
        return answer.verdict();
    }

    /** {@return how much it can hurt} */
    public String risk() {
        return answer.risk();
    }

    /** {@return why it can hurt that much} */
    public List<String> riskReasons() {
        return answer.riskReasons();
    }

    /** {@return the worst that others had to wait; null if not measured} */
    public @Nullable Double expectedDowntimeMs() {
        return answer.expectedDowntimeMs();
    }

    /** {@return whether the down restored the schema; null if not measured} */
    public @Nullable RecordedCheck schemaAfterDown() {
        return roundtrip.schemaAfterDown();
    }

    /** {@return whether the down restored the data; null if not measured} */
    public @Nullable RecordedCheck dataAfterDown() {
        return roundtrip.dataAfterDown();
    }

    /** {@return whether the second up made the same schema; null if not measured} */
    public @Nullable RecordedCheck schemaAfterUpAgain() {
        return roundtrip.schemaAfterUpAgain();
    }

    /**
     * {@return the phase of a name, if it was reached}
     *
     * @param id its id: {@code up}
     */
    public Optional<RecordedPhase> phase(String id) {
        return phases.stream().filter(p -> p.phase().equals(id)).findFirst();
    }

    /** {@return the effects of its up, in order; null if no up was looked into} */
    public @Nullable List<RecordedEffect> effects() {
        return phases.stream()
                .filter(phase -> phase.phase().startsWith("up") && phase.failure() == null)
                .map(RecordedPhase::effects)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a schema or the data were as before.
     *
     * @param identical whether they were
     * @param losses what of the data was not; null of a schema
     */
    public record RecordedCheck(boolean identical, @Nullable List<RecordedLoss> losses) {}

    /**
     * What a rollback after use lost.
     *
     * @param skipped why it was not rehearsed; null if it was
     * @param written what was written after the up
     * @param notWritten where nothing could be written
     * @param losses null if not measured
     */
    public record RecordedUse(
            @Nullable String skipped,
            List<RecordedWrite> written,
            List<String> notWritten,
            @Nullable List<RecordedLoss> losses) {
        public RecordedUse {
            written = List.copyOf(written);
            notWritten = List.copyOf(notWritten);
        }
    }

    /**
     * Something written after the up.
     *
     * @param relation to which table
     * @param column to which column; null for whole rows
     * @param kind how
     * @param rows how many rows
     */
    public record RecordedWrite(String relation, @Nullable String column, String kind, long rows) {}

    /**
     * Something lost.
     *
     * @param relation of which table
     * @param column of which column; null for whole rows
     * @param kind how
     * @param rows of how many rows
     * @param expected whether the down must lose it; null of what was there before the up, which no down must lose
     */
    public record RecordedLoss(
            String relation,
            @Nullable String column,
            String kind,
            long rows,
            @Nullable Boolean expected) {
        /** {@return whether the down must lose it, for it goes with what the up added} */
        public boolean goesWithTheUp() {
            return Boolean.TRUE.equals(expected);
        }
    }

    /**
     * How it waited behind a long transaction.
     *
     * @param skipped why that was not rehearsed; null if it was
     * @param runs each attempt
     */
    public record RecordedQueue(@Nullable String skipped, List<RecordedQueueRun> runs) {
        public RecordedQueue {
            runs = List.copyOf(runs);
        }
    }

    /**
     * One attempt behind a long transaction.
     *
     * @param phase what was attempted
     * @param tables what the long transaction had read
     * @param holdMs how long it lasted
     * @param waitedMs how long the migration waited
     * @param worstStallMs how long others waited behind it; null if not measured
     * @param outcome how it ended
     * @param untouched whether it left nothing behind when it gave up; null if it did not
     * @param retried whether it succeeded afterwards; null if that was not tried
     * @param failure why it failed; null if it did not
     */
    public record RecordedQueueRun(
            String phase,
            List<String> tables,
            double holdMs,
            double waitedMs,
            @Nullable Double worstStallMs,
            String outcome,
            @Nullable Boolean untouched,
            @Nullable Boolean retried,
            RecordedPhase.@Nullable RecordedFailure failure) {}
}
