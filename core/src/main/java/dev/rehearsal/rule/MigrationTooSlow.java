package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.util.List;

final class MigrationTooSlow extends TimedRule {
    @Override
    public String id() {
        return "migration-too-slow";
    }

    @Override
    public String reason() {
        return "A deployment, or an emergency rollback, must end within its window.";
    }

    @Override
    List<Finding> judge(PhaseResult phase, MigrationFacts facts, Budgets budgets) {
        double limit = budgets.duration().toNanos() / 1e6;
        Sizing sizing = Sizing.of(phase, facts, budgets);
        return sizing.duration().ms() <= limit
                ? List.of()
                : List.of(Doubt.weigh(finding(phase, facts, sizing, limit), phase, sizing.duration(), limit));
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
