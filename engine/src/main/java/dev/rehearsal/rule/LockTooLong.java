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

final class LockTooLong implements Rule {
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
            if (phase.phase() != Phase.UP_FINAL && phase.facts().locks() != null) {
                worstPerRelation(phase.facts().locks(), budgets)
                        .forEach(lock -> findings.add(finding(lock, phase, facts, budgets)));
            }
        }
        return findings;
    }

    private static List<HeldLock> worstPerRelation(List<HeldLock> locks, Budgets budgets) {
        Map<String, HeldLock> worst = new LinkedHashMap<>();
        locks.stream()
                .filter(lock -> !lock.createdHere()
                        && lock.mode().blocksWrites()
                        && lock.heldMs() > budgets.lockMs(lock.relation()))
                .sorted(Comparator.comparing(HeldLock::mode).reversed())
                .forEach(lock -> worst.putIfAbsent(lock.relation(), lock));
        return List.copyOf(worst.values());
    }

    private Finding finding(HeldLock lock, PhaseResult phase, MigrationFacts facts, Budgets budgets) {
        String message = "%s: %s on %s was held %s (budget %s): it blocks %s."
                .formatted(
                        phase.phase().id(),
                        lock.mode().sqlName(),
                        lock.relation(),
                        Findings.millis(lock.heldMs()),
                        Findings.millis(budgets.lockMs(lock.relation())),
                        lock.mode().blocksReads() ? "reads and writes" : "writes");
        String remedy =
                "Move what takes long out of the transaction that holds the lock: build indexes CONCURRENTLY, add"
                        + " constraints NOT VALID and validate them later, backfill in batches of their own.";
        int line = lock.line() == null ? 0 : lock.line();
        return new Finding(
                id(), Severity.ERROR, message, remedy, Findings.scriptOf(phase.phase(), facts.migration()), line);
    }
}
