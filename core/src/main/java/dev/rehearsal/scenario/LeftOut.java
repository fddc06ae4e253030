package dev.rehearsal.scenario;

import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.UseCheck;
import java.util.List;

/**
 * Stands for a scenario that was left out: it tells that nothing was measured.
 *
 * @param name which
 * @param reason why
 */
record LeftOut(ScenarioName name, String reason) implements Scenario {
    @Override
    public Pending begin(Course course) {
        MigrationFactsBuilder facts = course.facts();
        switch (name) {
            case ROLLBACK_AFTER_USE -> facts.afterUse(UseCheck.skipped(reason));
            case LOCK_QUEUE -> facts.lockQueue(LockQueueCheck.skipped(reason));
            case HALF_APPLIED -> facts.halfApplied(HalfAppliedCheck.skipped(reason));
            case CRASH -> facts.crash(CrashCheck.skipped(reason));
            case BACKFILL -> facts.backfill(BackfillCheck.skipped(reason));
            case OLD_APPLICATION -> facts.application(new ApplicationCheck(reason, List.of()));
            case DEPLOYMENT -> throw new IllegalStateException("It follows no single roundtrip");
        }
        facts.notMeasured(reason);
        return Pending.NOTHING;
    }
}
