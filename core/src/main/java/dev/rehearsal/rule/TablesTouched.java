package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tables a migration works with: locks more than a reader does, rewrites, writes or reads, in any of its phases. */
final class TablesTouched {
    /** Who defines these names the tables that they will read, and reads none. */
    private static final Set<Effect.Kind> DEFINITIONS = EnumSet.of(
            Effect.Kind.VIEW_CREATED,
            Effect.Kind.VIEW_DROPPED,
            Effect.Kind.VIEW_RENAMED,
            Effect.Kind.FUNCTION_CREATED,
            Effect.Kind.FUNCTION_CHANGED,
            Effect.Kind.FUNCTION_DROPPED);

    private TablesTouched() {}

    static Set<String> by(MigrationFacts facts) {
        return facts.phases().stream()
                .map(PhaseResult::facts)
                .flatMap(phase -> Stream.concat(locked(phase, facts), worked(phase)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> locked(PhaseFacts phase, MigrationFacts facts) {
        List<HeldLock> locks = phase.locks();
        return locks == null
                ? Stream.empty()
                : locks.stream()
                        .filter(lock -> !lock.createdHere())
                        .filter(lock -> lock.mode().exceedsReading() || reads(lock, facts))
                        .map(HeldLock::relation);
    }

    /** Rows that are found by an index are not counted, and there are none to count where a table is empty. */
    private static boolean reads(HeldLock lock, MigrationFacts facts) {
        return lock.line() != null
                && facts.phases().stream()
                        .flatMap(phase -> phase.facts().statements().stream())
                        .filter(statement -> statement.line() == lock.line())
                        .map(StatementFacts::effects)
                        .filter(Objects::nonNull)
                        .noneMatch(TablesTouched::defines);
    }

    private static boolean defines(StatementEffects effects) {
        return !effects.catalogue().isEmpty()
                && effects.catalogue().stream().map(Effect::kind).allMatch(DEFINITIONS::contains);
    }

    private static Stream<String> worked(PhaseFacts phase) {
        return phase.statements().stream().flatMap(statement -> {
            List<String> rewrites = statement.rewrites();
            StatementEffects effects = statement.effects();
            List<TableUse> uses = effects == null ? null : effects.uses();
            return Stream.concat(
                    rewrites == null ? Stream.empty() : rewrites.stream(),
                    uses == null
                            ? Stream.empty()
                            : uses.stream()
                                    .filter(use -> use.read() + use.written() > 0)
                                    .map(TableUse::table));
        });
    }
}
