package dev.rehearsal.result;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one migration.
 *
 * @param migration which
 * @param measured what was measured
 * @param hangs why the project's runner would wait for itself in production; null if it would not
 * @param notMeasured what could not be measured, and why
 * @param tested whether a test of its own was found; null if none is required
 * @param failedUps the ups that failed on rows, before the one that these facts are of; null if none did
 * @param deployedTogether why it failed in one run with those before it; null if it did not
 * @param forwardOnly why there is no way back on purpose, as the project says of all migrations; null if it does not
 */
public record MigrationFacts(
        Migration migration,
        Measured measured,
        @Nullable String hangs,
        List<String> notMeasured,
        @Nullable Boolean tested,
        @Nullable FailedUps failedUps,
        @Nullable RunFailure deployedTogether,
        @Nullable String forwardOnly) {
    public MigrationFacts {
        notMeasured = List.copyOf(notMeasured);
    }

    /**
     * What is known of a migration of a project that does not say that it only goes forward.
     *
     * @param migration which
     * @param measured what was measured
     * @param hangs why the project's runner would wait for itself in production; null if it would not
     * @param notMeasured what could not be measured, and why
     * @param tested whether a test of its own was found; null if none is required
     * @param failedUps the ups that failed on rows, before the one that these facts are of; null if none did
     * @param deployedTogether why it failed in one run with those before it; null if it did not
     */
    public MigrationFacts(
            Migration migration,
            Measured measured,
            @Nullable String hangs,
            List<String> notMeasured,
            @Nullable Boolean tested,
            @Nullable FailedUps failedUps,
            @Nullable RunFailure deployedTogether) {
        this(migration, measured, hangs, notMeasured, tested, failedUps, deployedTogether, null);
    }

    /**
     * {@return these facts, and why there is no way back on purpose}
     *
     * @param why as the project says of all migrations; null if it does not
     */
    public MigrationFacts forwardOnly(@Nullable String why) {
        return new MigrationFacts(migration, measured, hangs, notMeasured, tested, failedUps, deployedTogether, why);
    }

    /**
     * What was measured of a migration.
     *
     * @param phases in the order in which they ran; a phase that was not reached is absent
     * @param roundtrip what down and second up led back to
     * @param scenarios what was rehearsed after that
     * @param tables each table at the stage, before the up
     * @param tablesAfterUp each table right after the first up; null if not measured
     */
    public record Measured(
            List<PhaseResult> phases,
            RoundtripChecks roundtrip,
            ScenarioChecks scenarios,
            List<TableFacts> tables,
            @Nullable List<TableFacts> tablesAfterUp) {
        /** Nothing was measured. */
        public static final Measured NOTHING =
                new Measured(List.of(), RoundtripChecks.NONE, ScenarioChecks.NONE, List.of(), null);

        public Measured {
            phases = List.copyOf(phases);
            tables = List.copyOf(tables);
            tablesAfterUp = tablesAfterUp == null ? null : List.copyOf(tablesAfterUp);
        }
    }

    /**
     * What down and second up led back to. A check that was not made is null.
     *
     * @param schemaAfterDown the schema after the down against the one before the up
     * @param dataAfterDown the data after the down against that before the up
     * @param schemaAfterUpAgain the schema after the second up against the one after the first
     */
    public record RoundtripChecks(
            @Nullable SchemaCheck schemaAfterDown,
            @Nullable DataCheck dataAfterDown,
            @Nullable SchemaCheck schemaAfterUpAgain) {
        /** None was made. */
        public static final RoundtripChecks NONE = new RoundtripChecks(null, null, null);
    }

    /**
     * What was rehearsed after the roundtrip. A check that was not made is null.
     *
     * @param afterUse what a rollback after use leaves of what was written
     * @param lockQueue how it fares behind a long transaction
     * @param application how the application at the version before fares; null if it gave no statements
     * @param crash what an up leaves that is killed, and whether it can be run again
     * @param halfApplied what an up leaves that fails in its middle; null where a transaction takes it back
     * @param backfill how an up that writes in batches fares when it is killed, run twice, or others write meanwhile
     */
    public record ScenarioChecks(
            @Nullable UseCheck afterUse,
            @Nullable LockQueueCheck lockQueue,
            @Nullable ApplicationCheck application,
            @Nullable CrashCheck crash,
            @Nullable HalfAppliedCheck halfApplied,
            @Nullable BackfillCheck backfill) {
        /** None was made. */
        public static final ScenarioChecks NONE = new ScenarioChecks(null, null, null, null);

        /**
         * Checks of an engine that takes definitions back.
         *
         * @param afterUse what a rollback after use leaves
         * @param lockQueue how it fares behind a long transaction
         * @param application how the application at the version before fares
         * @param crash what an up leaves that is killed
         */
        public ScenarioChecks(
                @Nullable UseCheck afterUse,
                @Nullable LockQueueCheck lockQueue,
                @Nullable ApplicationCheck application,
                @Nullable CrashCheck crash) {
            this(afterUse, lockQueue, application, crash, null, null);
        }
    }

    /** {@return the phases, and before them an up that failed, was tried again, and is not among them} */
    public List<PhaseResult> allPhases() {
        Stream<PhaseResult> before = failedUps == null ? Stream.empty() : Stream.of(failedUps.phase());
        return Stream.concat(before, phases().stream()).toList();
    }

    /** {@return the phases, in the order in which they ran; one that was not reached is absent} */
    public List<PhaseResult> phases() {
        return measured.phases();
    }

    /** {@return the schema after the down against the one before the up; null if that was not compared} */
    public @Nullable SchemaCheck schemaAfterDown() {
        return measured.roundtrip().schemaAfterDown();
    }

    /** {@return the data after the down against that before the up; null if that was not compared} */
    public @Nullable DataCheck dataAfterDown() {
        return measured.roundtrip().dataAfterDown();
    }

    /** {@return the schema after the second up against the one after the first; null if that was not compared} */
    public @Nullable SchemaCheck schemaAfterUpAgain() {
        return measured.roundtrip().schemaAfterUpAgain();
    }

    /** {@return what a rollback after use leaves of what was written; null if not rehearsed} */
    public @Nullable UseCheck afterUse() {
        return measured.scenarios().afterUse();
    }

    /** {@return how it fares behind a long transaction; null if not rehearsed} */
    public @Nullable LockQueueCheck lockQueue() {
        return measured.scenarios().lockQueue();
    }

    /** {@return how the application at the version before fares; null if it gave no statements} */
    public @Nullable ApplicationCheck application() {
        return measured.scenarios().application();
    }

    /** {@return what an up leaves that is killed, and whether it can be run again; null if not rehearsed} */
    public @Nullable CrashCheck crash() {
        return measured.scenarios().crash();
    }

    /** {@return what an up leaves that fails in its middle; null where a transaction takes it back, or if not rehearsed} */
    public @Nullable HalfAppliedCheck halfApplied() {
        return measured.scenarios().halfApplied();
    }

    /** {@return how an up that writes in batches fares when it is disturbed; null if not rehearsed} */
    public @Nullable BackfillCheck backfill() {
        return measured.scenarios().backfill();
    }

    /** {@return each table at the stage, before the up} */
    public List<TableFacts> tables() {
        return measured.tables();
    }

    /** {@return each table right after the first up; null if not measured} */
    public @Nullable List<TableFacts> tablesAfterUp() {
        return measured.tablesAfterUp();
    }

    /**
     * {@return these facts, and whether a test of its own was found}
     *
     * @param found whether it was
     */
    public MigrationFacts tested(boolean found) {
        return new MigrationFacts(
                migration, measured, hangs, notMeasured, found, failedUps, deployedTogether, forwardOnly);
    }

    /**
     * {@return these facts, and what else could not be measured}
     *
     * @param more what, and why
     */
    public MigrationFacts unmeasured(List<String> more) {
        List<String> all = new ArrayList<>(notMeasured);
        all.addAll(more);
        return new MigrationFacts(migration, measured, hangs, all, tested, failedUps, deployedTogether, forwardOnly);
    }

    /**
     * {@return these facts, and the ups that failed before}
     *
     * @param failed on which rows, and what was done about them
     */
    public MigrationFacts after(FailedUps failed) {
        return new MigrationFacts(
                migration, measured, hangs, notMeasured, tested, failed, deployedTogether, forwardOnly);
    }

    /**
     * {@return these facts, and how it fared in one run with those before it}
     *
     * @param failure why it failed there; null if it did not
     */
    public MigrationFacts deployedTogether(@Nullable RunFailure failure) {
        return new MigrationFacts(migration, measured, hangs, notMeasured, tested, failedUps, failure, forwardOnly);
    }

    /**
     * {@return the result of a phase, or empty if it was not reached}
     *
     * @param phase which
     */
    public Optional<PhaseResult> phase(Phase phase) {
        return phases().stream().filter(p -> p.phase() == phase).findFirst();
    }
}
