package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.TableFacts;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables that were locked for so long that others may have waited beyond their budget, and on which nobody has waited: a
 * canary that stands on other tables sees no stall there.
 */
final class UnwatchedTables {
    private UnwatchedTables() {}

    static List<String> of(MigrationFacts facts, Budgets budgets) {
        List<PhaseResult> watched = facts.phases().stream()
                .filter(phase -> phase.phase().ofRoundtrip() && phase.facts().stalls() != null)
                .toList();
        Set<String> existing = facts.tables().stream().map(TableFacts::table).collect(Collectors.toSet());
        boolean allowed = Directive.of(facts.migration()).stream()
                .anyMatch(directive -> directive.rule().equals("stall-too-long"));
        Set<String> told = new LinkedHashSet<>();
        for (PhaseResult phase : allowed ? List.<PhaseResult>of() : watched) {
            Set<String> settled = stalls(phase).map(Stall::relation).collect(Collectors.toCollection(HashSet::new));
            locks(phase)
                    .filter(lock -> lock.mode().blocksWrites() && !lock.createdHere())
                    .filter(lock -> lock.heldMs() + lock.waitedMs() > budgets.stallMs(lock.relation()))
                    .filter(lock -> existing.contains(lock.relation()) && settled.add(lock.relation())) // told once
                    .forEach(
                            lock -> told.add(("%s: stalls on %s: it was locked for %s, longer than others may wait, and"
                                            + " nobody tried to use it meanwhile: at most six tables are watched at once")
                                    .formatted(phase.phase().id(), lock.relation(), Wording.millis(lock.heldMs()))));
        }
        return List.copyOf(told);
    }

    private static Stream<Stall> stalls(PhaseResult phase) {
        return Objects.requireNonNull(phase.facts().stalls()).stream();
    }

    private static Stream<HeldLock> locks(PhaseResult phase) {
        List<HeldLock> locks = phase.facts().locks();
        return locks == null ? Stream.empty() : locks.stream();
    }
}
