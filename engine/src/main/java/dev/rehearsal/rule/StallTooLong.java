package dev.rehearsal.rule;

import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class StallTooLong implements Rule {
    @Override
    public String id() {
        return "stall-too-long";
    }

    @Override
    public String reason() {
        return "A request that waits this long is an outage to its user.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        List<Finding> findings = new ArrayList<>();
        for (PhaseResult phase : facts.phases()) {
            if (phase.facts().stalls() != null) {
                Map<String, Stall> worst = new LinkedHashMap<>();
                phase.facts().stalls().stream()
                        .filter(stall -> stall.worstMs() > budgets.stallMs(stall.relation()))
                        .sorted(Comparator.comparing(Stall::operation))
                        .forEach(stall -> worst.putIfAbsent(stall.relation(), stall));
                worst.values()
                        .forEach(
                                stall -> findings.add(finding(stall, phase, facts, budgets.stallMs(stall.relation()))));
            }
        }
        return findings;
    }

    private Finding finding(Stall stall, PhaseResult phase, MigrationFacts facts, double limit) {
        String message = "%s: a concurrent %s on %s waited %s (budget %s)."
                .formatted(
                        phase.phase().id(),
                        stall.operation(),
                        stall.relation(),
                        Findings.millis(stall.worstMs()),
                        Findings.millis(limit));
        int line = stall.line() == null ? 0 : stall.line();
        return new Finding(
                id(),
                Severity.ERROR,
                message,
                "Shorten the lock that it waited for; the lock table of this phase names it.",
                Findings.scriptOf(phase.phase(), facts.migration()),
                line);
    }
}
