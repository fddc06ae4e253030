package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class LockTooLong implements Rule {
    private final Recipes recipes;

    LockTooLong(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String id() {
        return "lock-too-long";
    }

    @Override
    public String reason() {
        return "While the lock is held, the application waits.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        List<Finding> findings = new ArrayList<>();
        for (PhaseResult phase : facts.phases()) {
            List<HeldLock> locks = phase.facts().locks();
            if (phase.phase() != Phase.UP_FINAL && locks != null) {
                Sizing sizing = Sizing.of(phase, facts, budgets);
                worstPerRelation(locks, sizing, budgets)
                        .forEach(lock -> findings.add(
                                finding(lock, phase, facts, new Limit(budgets.lockMs(lock.relation()), sizing))));
            }
        }
        return findings;
    }

    private static List<HeldLock> worstPerRelation(List<HeldLock> locks, Sizing sizing, Budgets budgets) {
        Map<String, HeldLock> worst = new LinkedHashMap<>();
        locks.stream()
                .filter(lock -> !lock.createdHere()
                        && lock.mode().blocksWrites()
                        && sizing.lock(lock).ms() > budgets.lockMs(lock.relation()))
                .sorted(Comparator.comparing(HeldLock::mode).reversed())
                .forEach(lock -> worst.putIfAbsent(lock.relation(), lock));
        return List.copyOf(worst.values());
    }

    private Finding finding(HeldLock lock, PhaseResult phase, MigrationFacts facts, Limit limit) {
        Optional<Culprit> taker = Culprit.at(lock.line(), phase, facts);
        Optional<Culprit> longest = Culprit.longest(lock.acquiredMs(), lock.acquiredMs() + lock.heldMs(), phase, facts);
        String message = "%s: %s on %s was held %s (budget %s): it blocks %s.%s%s"
                .formatted(
                        phase.phase().id(),
                        lock.mode().words(),
                        lock.relation(),
                        limit.sizing().lock(lock).words(),
                        Wording.millis(limit.ms()),
                        lock.mode().blocksReads() ? "reads and writes" : "writes",
                        taker.map(t -> " Taken by " + t.words() + ".").orElse(""),
                        longest.filter(l -> !Optional.of(l).equals(taker))
                                .map(l -> " Longest meanwhile: " + l.words() + ".")
                                .orElse(""));
        int line = lock.line() == null ? 0 : lock.line();
        return new Finding(
                        id(),
                        Severity.ERROR,
                        message,
                        Culprit.saferWay(longest, recipes),
                        Wording.scriptOf(phase.phase(), facts.migration()),
                        line)
                .on(lock.relation());
    }

    private record Limit(double ms, Sizing sizing) {}
}
