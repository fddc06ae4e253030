package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> unwatched =
                facts.tables().stream().map(TableFacts::table).collect(Collectors.toCollection(TreeSet::new));
        watched.stream().flatMap(UnwatchedTables::stalls).map(Stall::relation).forEach(unwatched::remove);
        List<String> told = new ArrayList<>();
        for (PhaseResult phase : watched) {
            locks(phase)
                    .filter(lock -> lock.mode().blocksWrites() && !lock.createdHere())
                    .filter(lock -> lock.heldMs() + lock.waitedMs() > budgets.stallMs(lock.relation()) / 2)
                    .filter(lock -> unwatched.remove(lock.relation()))
                    .forEach(lock -> told.add("%s: stalls on %s: it was locked for %s, and no canary ran there"
                            .formatted(phase.phase().id(), lock.relation(), Findings.millis(lock.heldMs()))));
        }
        return told;
    }

    private static Stream<Stall> stalls(PhaseResult phase) {
        return Objects.requireNonNull(phase.facts().stalls()).stream();
    }

    private static Stream<HeldLock> locks(PhaseResult phase) {
        List<HeldLock> locks = phase.facts().locks();
        return locks == null ? Stream.empty() : locks.stream();
    }
}
