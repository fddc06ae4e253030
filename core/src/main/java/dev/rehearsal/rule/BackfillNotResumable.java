package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** What was killed inside of a batch and run again leaves rows out, changes them twice, or begins from nothing. */
final class BackfillNotResumable implements Rule {
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "backfill-not-resumable";
    }

    @Override
    public String reason() {
        return "A backfill that takes hours is interrupted sooner or later; where it cannot go on, rows are left out or"
                + " changed twice, or all its work is lost. Where only work is lost, it is a warning.";
    }

    @Override
    public String remedy() {
        return "Commit each batch, let its condition pass over rows that are done, and take where to go on from the table"
                + " itself, not from a variable.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        BackfillCheck check = facts.backfill();
        if (check == null || check.backfills().isEmpty()) {
            return List.of();
        }
        List<BackfillRerun> wrong =
                check.reruns().stream().filter(rerun -> !rerun.sameEnd()).toList();
        if (!wrong.isEmpty()) {
            String message = "Killed %s and run again, the backfill of %s %s"
                    .formatted(moments(wrong), BackfillText.tables(check), outcome(wrong.get(0)));
            return List.of(BackfillText.finding(this, severity(), message, check));
        }
        List<BackfillRerun> lost = check.reruns().stream()
                .filter(rerun -> rerun.undone() > check.largestBatch())
                .toList();
        return lost.isEmpty() ? List.of() : List.of(lost(lost, check));
    }

    private Finding lost(List<BackfillRerun> lost, BackfillCheck check) {
        BackfillRerun first = lost.get(lost.size() - 1);
        String message = "Killed %s, the backfill of %s had written %s and kept %s: it is repeated from its beginning,"
                        .formatted(
                                first.moment(),
                                BackfillText.tables(check),
                                Wording.count(first.kept() + first.undone(), "row"),
                                first.kept() == 0 ? "none of them" : Wording.count(first.kept(), "row"))
                + " not by one batch, for its batches are not committed one by one.";
        return BackfillText.finding(this, Severity.WARNING, message, check);
    }

    private static String moments(List<BackfillRerun> reruns) {
        String named = reruns.stream().limit(NAMED).map(BackfillRerun::moment).collect(Collectors.joining(", "));
        return reruns.size() > NAMED ? named + " and at " + (reruns.size() - NAMED) + " more moments" : named;
    }

    private static String outcome(BackfillRerun rerun) {
        RunFailure failure = rerun.failure();
        if (failure != null) {
            return "fails: " + failure.message() + ".";
        }
        if (rerun.schema() != null && !rerun.schema().isEmpty()) {
            return "ends with another schema than undisturbed: " + SchemaNotRestored.describe(rerun.schema());
        }
        return "ends with other data than undisturbed: "
                + (rerun.data() == null
                        ? ""
                        : rerun.data().stream()
                                .limit(NAMED)
                                .map(DataNotRestored::what)
                                .collect(Collectors.joining(" ")));
    }
}
