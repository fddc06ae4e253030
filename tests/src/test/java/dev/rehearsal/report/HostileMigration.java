package dev.rehearsal.report;

import dev.rehearsal.data.Loss;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.Script;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.Backfill.Trend;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.LockQueueRun.Outcome;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Spread;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.result.WritesBeside;
import dev.rehearsal.result.WritesBeside.Kind;
import dev.rehearsal.result.WritesBeside.Missed;
import dev.rehearsal.result.Written;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaDifference.Change;
import dev.rehearsal.schema.SchemaObject;
import java.util.List;

/** A migration in which every text is hostile. */
final class HostileMigration {
    private HostileMigration() {}

    static MigrationResult of(String text, Verdict verdict) {
        Script script = new Script(text, null, text);
        List<PhaseResult> phases = List.of(phase(Phase.UP, text), phase(Phase.DOWN, text), phase(Phase.UP_AGAIN, text));
        SchemaCheck schema = new SchemaCheck(
                List.of(new SchemaDifference(new SchemaObject(text, text), Change.ALTERED, text, text, true)));
        return new MigrationResult(
                new MigrationFacts(
                        new Migration(text, text, Migration.Kind.SQL, script, script, true),
                        new Measured(
                                phases,
                                new RoundtripChecks(
                                        schema,
                                        new DataCheck(
                                                List.of(new Loss(
                                                        text, text, Loss.Kind.VALUES_CHANGED, 1, List.of(text))),
                                                List.of(text)),
                                        schema),
                                new ScenarioChecks(
                                        new UseCheck(
                                                text,
                                                List.of(new Written(text, text, Written.Kind.ROW, 1)),
                                                List.of(text),
                                                List.of(new UseLoss(text, text, Written.Kind.ROW, 1, false))),
                                        new LockQueueCheck(
                                                text,
                                                List.of(new LockQueueRun(
                                                        Phase.UP,
                                                        List.of(text),
                                                        1,
                                                        1,
                                                        1.0,
                                                        Outcome.GAVE_UP,
                                                        false,
                                                        false,
                                                        null))),
                                        null,
                                        new CrashCheck(
                                                null,
                                                List.of(new CrashRun(
                                                        new CrashPoint(CrashPoint.When.DURING, text, 1, 1),
                                                        RunState.FAILED,
                                                        schema.differences(),
                                                        List.of(),
                                                        true,
                                                        new RunFailure(text, text, text, text, 1, text),
                                                        null,
                                                        null)),
                                                List.of(text)),
                                        null,
                                        new BackfillCheck(
                                                null,
                                                List.of(new Backfill(
                                                        text,
                                                        text,
                                                        1,
                                                        2,
                                                        3,
                                                        false,
                                                        new Spread(1, 2, 3),
                                                        new Spread(1, 2, 3),
                                                        4,
                                                        new Trend(1, 9, true, true))),
                                                List.of(new BackfillRerun(
                                                        1,
                                                        2,
                                                        3,
                                                        4,
                                                        5,
                                                        new RunFailure(text, text, text, text, 1, text),
                                                        null,
                                                        null)),
                                                List.of(new WritesBeside(
                                                        text,
                                                        1,
                                                        1,
                                                        List.of(new Missed(Kind.UPDATE_LOST, text, text)),
                                                        null)),
                                                List.of(text))),
                                List.of(new TableFacts(text, 1, 1)),
                                null),
                        text,
                        List.of(text),
                        null,
                        null,
                        null),
                verdict,
                Risk.HIGH,
                List.of(
                        new Finding(text, Severity.ERROR, text, text, text, 2),
                        new Finding(text, Severity.NOTE, "short", "", null, 0)));
    }

    private static PhaseResult phase(Phase phase, String text) {
        PhaseFacts facts = new PhaseFacts(
                10,
                List.of(new StatementFacts(text, 1, text, 0, 9, 1L, List.of(text), true)),
                List.of(new HeldLock(
                        text,
                        text,
                        TableLockMode.ACCESS_EXCLUSIVE.mode(),
                        0,
                        9,
                        0,
                        1,
                        1,
                        false,
                        HeldLock.Seen.BY_POLLING)),
                List.of(new Stall(text, Operation.SELECT, 9, 9, 1, 1, 1, 1)),
                true,
                List.of(text));
        return new PhaseResult(phase, facts, new RunFailure(text, text, text, text, 1, text));
    }
}
