package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        return "What users have entered with the new version is theirs, also after a rollback.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        UseCheck use = facts.afterUse();
        if (use == null || use.losses() == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        use.losses().stream()
                .filter(loss -> !loss.expected())
                .forEach(loss -> findings.add(finding(
                        facts,
                        Severity.WARNING,
                        "After use, the undo does not keep %s in %s: %s written with the new version, gone or changed."
                                .formatted(loss.kind().words(), where(loss), Wording.count(loss.rows(), "row")),
                        "Let the undo keep it somewhere, in a column or table that outlives it, and say where.")));
        String gone = use.losses().stream()
                .filter(UseLoss::expected)
                .map(loss -> where(loss) + " (" + Wording.count(loss.rows(), "row") + ")")
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty()) {
            findings.add(finding(
                    facts,
                    Severity.NOTE,
                    "With what the up has made, the undo removes what was written there: " + gone + ".",
                    "Copy it before a rollback if it must be kept."));
        }
        return findings;
    }

    private Finding finding(MigrationFacts facts, Severity severity, String message, String remedy) {
        return new Finding(id(), severity, message, remedy, Wording.undoName(facts.migration()), 0);
    }

    private static String where(UseLoss loss) {
        return loss.column() == null ? loss.relation() : loss.relation() + "." + loss.column();
    }
}
