package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of one migration while its phases run. A check that is never given stays null: not made. */
final class MigrationFactsBuilder {
    private final Migration migration;
    private final List<TableFacts> tables;
    private final List<PhaseResult> phases = new ArrayList<>();
    private @Nullable SchemaCheck schemaAfterDown;
    private @Nullable DataCheck dataAfterDown;
    private @Nullable SchemaCheck schemaAfterUpAgain;
    private @Nullable UseCheck afterUse;
    private @Nullable LockQueueCheck lockQueue;
    private @Nullable ApplicationCheck application;
    private @Nullable CrashCheck crash;
    private @Nullable BackfillCheck backfill;
    private @Nullable HalfAppliedCheck halfApplied;
    private @Nullable List<TableFacts> tablesAfterUp;
    private @Nullable String hangs;
    private final List<String> notMeasured = new ArrayList<>();

    MigrationFactsBuilder(Migration migration, List<TableFacts> tables) {
        this.migration = migration;
        this.tables = tables;
    }

    Optional<PhaseResult> result(Phase phase) {
        return phases.stream().filter(p -> p.phase() == phase).findFirst();
    }

    /** {@return whether the up ended well, and the runner has not run the migration} */
    boolean passedOver() {
        return result(Phase.UP).filter(PhaseResult::passedOver).isPresent();
    }

    /** {@return whether a phase has run and succeeded} */
    boolean has(Phase phase) {
        return result(phase).filter(p -> p.failure() == null).isPresent();
    }

    /** {@return whether down and second up led back, but perhaps for the order of columns} */
    boolean restored() {
        return has(Phase.UP_AGAIN)
                && likeBefore(schemaAfterDown)
                && likeBefore(schemaAfterUpAgain)
                && dataAfterDown != null
                && dataAfterDown.identical();
    }

    private static boolean likeBefore(@Nullable SchemaCheck check) {
        return check != null && check.differences().stream().allMatch(SchemaDifference::cosmetic);
    }

    MigrationFactsBuilder phase(PhaseResult phase) {
        phases.add(phase);
        return this;
    }

    /** Puts a result in the place of the one that there is of its phase. */
    void replace(PhaseResult result) {
        phases.replaceAll(one -> one.phase() == result.phase() ? result : one);
    }

    MigrationFactsBuilder afterUp(List<TableFacts> tables) {
        tablesAfterUp = tables;
        return this;
    }

    MigrationFactsBuilder afterDown(SchemaCheck schema, @Nullable DataCheck data) {
        schemaAfterDown = schema;
        dataAfterDown = data;
        return this;
    }

    MigrationFactsBuilder afterUpAgain(SchemaCheck schema) {
        schemaAfterUpAgain = schema;
        return this;
    }

    MigrationFactsBuilder afterUse(UseCheck check) {
        afterUse = check;
        return this;
    }

    MigrationFactsBuilder lockQueue(LockQueueCheck check) {
        lockQueue = check;
        return this;
    }

    MigrationFactsBuilder application(ApplicationCheck check) {
        application = check;
        return this;
    }

    MigrationFactsBuilder halfApplied(HalfAppliedCheck check) {
        halfApplied = check;
        return this;
    }

    MigrationFactsBuilder crash(CrashCheck check) {
        crash = check;
        return this;
    }

    MigrationFactsBuilder backfill(BackfillCheck check) {
        backfill = check;
        return this;
    }

    MigrationFactsBuilder notMeasured(String prefix, List<String> reasons) {
        reasons.forEach(reason -> notMeasured.add(prefix + reason));
        return this;
    }

    MigrationFactsBuilder notMeasured(String why) {
        notMeasured.add(why);
        return this;
    }

    MigrationFactsBuilder hangs(@Nullable String why) {
        hangs = why;
        return this;
    }

    MigrationFacts build() {
        return new MigrationFacts(
                migration,
                new Measured(
                        phases,
                        new RoundtripChecks(schemaAfterDown, dataAfterDown, schemaAfterUpAgain),
                        new ScenarioChecks(afterUse, lockQueue, application, crash, halfApplied, backfill),
                        tables,
                        tablesAfterUp),
                hangs,
                notMeasured,
                null,
                null,
                null);
    }
}
