package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import java.util.List;

/** A rule that holds times against limits, in each phase that was not looked into. */
abstract class TimedRule implements Rule {
    @Override
    public final List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return facts.phases().stream()
                .filter(phase -> !phase.phase().lookedInto())
                .flatMap(phase -> judge(phase, facts, budgets).stream())
                .toList();
    }

    /** {@return what there is to say of one phase} */
    abstract List<Finding> judge(PhaseResult phase, MigrationFacts facts, Budgets budgets);
}
