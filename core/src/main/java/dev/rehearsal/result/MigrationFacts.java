package dev.rehearsal.result;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured of one migration. A check that was not made is null.
 *
 * @param migration which
 * @param phases in the order in which they ran; a phase that was not reached is absent
 * @param schemaAfterDown the schema after the down against the one before the up
 * @param dataAfterDown the data after the down against that before the up
 * @param schemaAfterUpAgain the schema after the second up against the one after the first
 * @param afterUse what a rollback after use leaves of what was written
 * @param lockQueue how it fares behind a long transaction
 * @param application how the application at the version before fares; null if it gave no statements
 * @param crash what an up leaves that is killed, and whether it can be run again
 * @param tables each table at the stage, before the up
 * @param tablesAfterUp each table right after the first up; null if not measured
 * @param hangs why the project's runner would wait for itself in production; null if it would not
 * @param notMeasured what could not be measured, and why
 * @param tested whether a test of its own was found; null if none is required
 * @param failedUps the ups that failed on rows, before the one that these facts are of; null if none did
 * @param deployedTogether why it failed in one run with those before it; null if it did not
 * @param forwardOnly why there is no way back on purpose, as the project says of all migrations; null if it does not
 */
public record MigrationFacts(
        Migration migration,
        List<PhaseResult> phases,
        @Nullable SchemaCheck schemaAfterDown,
        @Nullable DataCheck dataAfterDown,
        @Nullable SchemaCheck schemaAfterUpAgain,
        @Nullable UseCheck afterUse,
        @Nullable LockQueueCheck lockQueue,
        @Nullable ApplicationCheck application,
        @Nullable CrashCheck crash,
        List<TableFacts> tables,
        @Nullable List<TableFacts> tablesAfterUp,
        @Nullable String hangs,
        List<String> notMeasured,
        @Nullable Boolean tested,
        @Nullable FailedUps failedUps,
        @Nullable RunFailure deployedTogether,
        @Nullable String forwardOnly) {
    public MigrationFacts {
        phases = List.copyOf(phases);
        tables = List.copyOf(tables);
        tablesAfterUp = tablesAfterUp == null ? null : List.copyOf(tablesAfterUp);
        notMeasured = List.copyOf(notMeasured);
    }

    /**
     * The facts of a migration of a project that does not say that it only goes forward.
     *
     * @param migration which
     * @param phases in the order in which they ran; a phase that was not reached is absent
     * @param schemaAfterDown the schema after the down against the one before the up
     * @param dataAfterDown the data after the down against that before the up
     * @param schemaAfterUpAgain the schema after the second up against the one after the first
     * @param afterUse what a rollback after use leaves of what was written
     * @param lockQueue how it fares behind a long transaction
     * @param application how the application at the version before fares; null if it gave no statements
     * @param crash what an up leaves that is killed, and whether it can be run again
     * @param tables each table at the stage, before the up
     * @param tablesAfterUp each table right after the first up; null if not measured
     * @param hangs why the project's runner would wait for itself in production; null if it would not
     * @param notMeasured what could not be measured, and why
     * @param tested whether a test of its own was found; null if none is required
     * @param failedUps the ups that failed on rows, before the one that these facts are of; null if none did
     * @param deployedTogether why it failed in one run with those before it; null if it did not
     */
    public MigrationFacts(
            Migration migration,
            List<PhaseResult> phases,
            @Nullable SchemaCheck schemaAfterDown,
            @Nullable DataCheck dataAfterDown,
            @Nullable SchemaCheck schemaAfterUpAgain,
            @Nullable UseCheck afterUse,
            @Nullable LockQueueCheck lockQueue,
            @Nullable ApplicationCheck application,
            @Nullable CrashCheck crash,
            List<TableFacts> tables,
            @Nullable List<TableFacts> tablesAfterUp,
            @Nullable String hangs,
            List<String> notMeasured,
            @Nullable Boolean tested,
            @Nullable FailedUps failedUps,
            @Nullable RunFailure deployedTogether) {
        this(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                crash,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                tested,
                failedUps,
                deployedTogether,
                null);
    }

    /**
     * The facts of a roundtrip alone.
     *
     * @param migration which
     * @param phases in the order in which they ran; a phase that was not reached is absent
     * @param schemaAfterDown the schema after the down against the one before the up
     * @param dataAfterDown the data after the down against that before the up
     * @param schemaAfterUpAgain the schema after the second up against the one after the first
     * @param tables each table at the stage, before the up
     * @param hangs why the project's runner would wait for itself in production; null if it would not
     * @param notMeasured what could not be measured, and why
     */
    public MigrationFacts(
            Migration migration,
            List<PhaseResult> phases,
            @Nullable SchemaCheck schemaAfterDown,
            @Nullable DataCheck dataAfterDown,
            @Nullable SchemaCheck schemaAfterUpAgain,
            List<TableFacts> tables,
            @Nullable String hangs,
            List<String> notMeasured) {
        this(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                null,
                null,
                tables,
                null,
                hangs,
                notMeasured);
    }

    /**
     * The facts of a roundtrip and what follows it, without an application's statements and without a word on tests.
     *
     * @param migration which
     * @param phases in the order in which they ran; a phase that was not reached is absent
     * @param schemaAfterDown the schema after the down against the one before the up
     * @param dataAfterDown the data after the down against that before the up
     * @param schemaAfterUpAgain the schema after the second up against the one after the first
     * @param afterUse what a rollback after use leaves of what was written
     * @param lockQueue how it fares behind a long transaction
     * @param tables each table at the stage, before the up
     * @param tablesAfterUp each table right after the first up; null if not measured
     * @param hangs why the project's runner would wait for itself in production; null if it would not
     * @param notMeasured what could not be measured, and why
     */
    public MigrationFacts(
            Migration migration,
            List<PhaseResult> phases,
            @Nullable SchemaCheck schemaAfterDown,
            @Nullable DataCheck dataAfterDown,
            @Nullable SchemaCheck schemaAfterUpAgain,
            @Nullable UseCheck afterUse,
            @Nullable LockQueueCheck lockQueue,
            List<TableFacts> tables,
            @Nullable List<TableFacts> tablesAfterUp,
            @Nullable String hangs,
            List<String> notMeasured) {
        this(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                null,
                null,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                null,
                null,
                null);
    }

    /**
     * {@return these facts, and whether a test of its own was found}
     *
     * @param found whether it was
     */
    public MigrationFacts tested(boolean found) {
        return new MigrationFacts(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                crash,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                found,
                failedUps,
                deployedTogether,
                forwardOnly);
    }

    /**
     * {@return these facts, and why there is no way back on purpose}
     *
     * @param why as the project says of all migrations; null if it does not
     */
    public MigrationFacts forwardOnly(@Nullable String why) {
        return new MigrationFacts(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                crash,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                tested,
                failedUps,
                deployedTogether,
                why);
    }

    /**
     * {@return these facts, and how it fares when it is killed}
     *
     * @param check what was measured
     */
    public MigrationFacts crashed(CrashCheck check) {
        return new MigrationFacts(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                check,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                tested,
                failedUps,
                deployedTogether,
                forwardOnly);
    }

    /**
     * {@return these facts, and what else could not be measured}
     *
     * @param more what, and why
     */
    public MigrationFacts unmeasured(List<String> more) {
        List<String> all = new ArrayList<>(notMeasured);
        all.addAll(more);
        return new MigrationFacts(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                crash,
                tables,
                tablesAfterUp,
                hangs,
                all,
                tested,
                failedUps,
                deployedTogether,
                forwardOnly);
    }

    /**
     * {@return these facts, and the ups that failed before}
     *
     * @param failed on which rows, and what was done about them
     */
    public MigrationFacts after(FailedUps failed) {
        return new MigrationFacts(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                crash,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                tested,
                failed,
                deployedTogether,
                forwardOnly);
    }

    /**
     * {@return these facts, and how it fared in one run with those before it}
     *
     * @param failure why it failed there; null if it did not
     */
    public MigrationFacts deployedTogether(@Nullable RunFailure failure) {
        return new MigrationFacts(
                migration,
                phases,
                schemaAfterDown,
                dataAfterDown,
                schemaAfterUpAgain,
                afterUse,
                lockQueue,
                application,
                crash,
                tables,
                tablesAfterUp,
                hangs,
                notMeasured,
                tested,
                failedUps,
                failure,
                forwardOnly);
    }

    /**
     * {@return the result of a phase, or empty if it was not reached}
     *
     * @param phase which
     */
    public Optional<PhaseResult> phase(Phase phase) {
        return phases.stream().filter(p -> p.phase() == phase).findFirst();
    }
}
