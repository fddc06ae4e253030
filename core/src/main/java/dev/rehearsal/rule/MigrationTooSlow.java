package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.util.List;

final class MigrationTooSlow implements Rule {
    @Override
    public String id() {
        return "migration-too-slow";
    }

    @Override
    public String reason() {
        return "A deployment, or an emergency rollback, must end within its window.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        double limit = budgets.duration().toNanos() / 1e6;
        return facts.phases().stream()
                .filter(phase -> Sizing.of(phase, facts, budgets).duration().ms() > limit)
                .map(phase -> finding(phase, facts, Sizing.of(phase, facts, budgets), limit))
                .toList();
    }

    private Finding finding(PhaseResult phase, MigrationFacts facts, Sizing sizing, double limit) {
        String message = "%s took %s (budget %s).%s"
                .formatted(
                        phase.phase().id(),
                        sizing.duration().words(),
                        Wording.millis(limit),
                        Culprit.longest(0, phase.facts().durationMs(), phase, facts)
                                .map(c -> " Most of it: " + c.words() + ".")
                                .orElse(""));
        return new Finding(
                id(),
                Severity.ERROR,
                message,
                "Split the work into batches, move it out of the deployment, or raise the budget knowingly.",
                Wording.scriptOf(phase.phase(), facts.migration()),
                0);
    }
}
