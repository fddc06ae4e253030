package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import java.util.List;

final class UndoFailed implements Rule {
    @Override
    public String id() {
        return "undo-failed";
    }

    @Override
    public String reason() {
        return "An undo script that fails leaves no way back when it is needed most.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return facts.phase(Phase.DOWN)
                .filter(phase -> phase.failure() != null)
                .map(phase -> List.of(Findings.failure(
                        this,
                        "The undo failed: ",
                        "Correct the undo script until it takes back, in reverse order, all that the up has made.",
                        phase,
                        facts)))
                .orElse(List.of());
    }
}
