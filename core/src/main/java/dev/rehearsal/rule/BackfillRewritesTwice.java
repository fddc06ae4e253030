package dev.rehearsal.rule;

import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.Comparator;
import java.util.List;

/** Run again, it writes rows that it had written, although its end is right. */
final class BackfillRewritesTwice implements Rule {
    @Override
    public String id() {
        return "backfill-rewrites-twice";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Run again after an interruption, it locks and writes all rows anew that were done, and what the application"
                + " has written to them since is written over.";
    }

    @Override
    public String remedy() {
        return "Let each batch pass over rows that are done: those that already hold what it would write.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        BackfillCheck check = facts.backfill();
        if (check == null || check.backfills().isEmpty()) {
            return List.of();
        }
        return check.reruns().stream()
                .filter(BackfillRerun::sameEnd)
                .filter(rerun -> rerun.again() > (rerun.afterTheEnd() ? 0 : check.largestBatch()))
                .max(Comparator.comparingLong(BackfillRerun::again))
                .map(rerun -> BackfillText.finding(this, severity(), message(rerun, check), check))
                .stream()
                .toList();
    }

    private static String message(BackfillRerun rerun, BackfillCheck check) {
        return "Run again after it was killed %s, the backfill of %s wrote %s that it had already written%s."
                .formatted(
                        rerun.moment(),
                        BackfillText.tables(check),
                        Wording.count(rerun.again(), "row"),
                        rerun.afterTheEnd()
                                ? ""
                                : "; a batch is " + Wording.count(check.largestBatch(), "row") + " at most");
    }
}
