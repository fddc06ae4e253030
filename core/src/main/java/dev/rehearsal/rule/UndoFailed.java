package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import java.util.List;

final class UndoFailed implements Rule {
    private static final String VERSIONED =
            "Correct the %s until it takes back, in reverse order, all that the up has made.";
    private static final String REPEATABLE =
            "Whoever goes back to the release before runs that text. Change less, so that it still runs, for example by a"
                    + " new view beside the old one; or go back by a further text that drops first, and say so in the"
                    + " script: -- rehearsal: allow undo-failed — <reason>";

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
                .map(phase -> List.of(Wording.failure(
                        this,
                        facts.migration().repeatable()
                                ? "The text before fails as the way back: "
                                : "The " + facts.migration().words().undo() + " failed: ",
                        facts.migration().repeatable()
                                ? REPEATABLE
                                : VERSIONED.formatted(facts.migration().words().wayBack()),
                        phase,
                        facts)))
                .orElse(List.of());
    }
}
