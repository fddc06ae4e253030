package dev.rehearsal.rule;

import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Sizing.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class StallTooLong implements Rule {
    private final Recipes recipes;

    StallTooLong(Recipes recipes) {
        this.recipes = recipes;
    }

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
            List<Stall> stalls = phase.facts().stalls();
            if (stalls != null) {
                Sizing sizing = Sizing.of(phase, facts, budgets);
                Map<String, Stall> worst = new LinkedHashMap<>();
                stalls.stream()
                        .filter(stall -> sizing.stall(stall).ms() > budgets.stallMs(stall.relation()))
                        .sorted(Comparator.comparing(Stall::operation))
                        .forEach(stall -> worst.putIfAbsent(stall.relation(), stall));
                worst.values()
                        .forEach(stall -> findings.add(
                                finding(stall, phase, facts, sizing.stall(stall), budgets.stallMs(stall.relation()))));
            }
        }
        return findings;
    }

    private Finding finding(Stall stall, PhaseResult phase, MigrationFacts facts, Reading waited, double limit) {
        Optional<Culprit> culprit = Culprit.at(stall.line(), phase, facts);
        String message = "%s: a concurrent %s on %s waited %s (budget %s).%s"
                .formatted(
                        phase.phase().id(),
                        stall.operation(),
                        stall.relation(),
                        waited.words(),
                        Wording.millis(limit),
                        culprit.map(c -> " Blocked by " + c.words() + ".").orElse(""));
        int line = stall.line() == null ? 0 : stall.line();
        return new Finding(
                        id(),
                        Severity.ERROR,
                        message,
                        "Shorten the lock that it waited for; the lock table of this phase names it. "
                                + Culprit.saferWay(culprit, recipes),
                        Wording.scriptOf(phase.phase(), facts.migration()),
                        line)
                .on(stall.relation());
    }
}
