package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import java.util.List;

/** What goes with a thing that the up itself made is no loss: the undo's facts tell of it. */
final class DataLostAfterUse implements Rule {
    @Override
    public String id() {
        return "data-lost-after-use";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "What users have entered with the new version is theirs, also after a rollback. What goes with a column, a table"
                + " or a label that the up itself made is no finding: no undo could keep it in place.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        UseCheck use = facts.afterUse();
        if (use == null || use.losses() == null) {
            return List.of();
        }
        return use.losses().stream()
                .filter(loss -> !loss.expected())
                .map(loss -> finding(facts, loss))
                .toList();
    }

    private Finding finding(MigrationFacts facts, UseLoss loss) {
        String undo = facts.migration().words().undo();
        return new Finding(
                id(),
                severity(),
                "After use, the %s does not keep %s in %s: %s written with the new version, gone or changed."
                        .formatted(undo, loss.kind().words(), where(loss), Wording.count(loss.rows(), "row")),
                "Let the " + undo + " keep it somewhere, in a column or table that outlives it, and say where.",
                Wording.undoName(facts.migration()),
                0);
    }

    private static String where(UseLoss loss) {
        return loss.column() == null ? loss.relation() : loss.relation() + "." + loss.column();
    }
}
