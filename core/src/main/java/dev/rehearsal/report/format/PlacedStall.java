package dev.rehearsal.report.format;

import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import java.util.Comparator;
import java.util.Optional;

/**
 * A stall, and when it was suffered.
 *
 * @param phase in which phase
 * @param stall the stall
 */
public record PlacedStall(Phase phase, Stall stall) {
    /**
     * {@return the longest wait of any canary during a migration, or empty if none was measured}
     *
     * @param migration any migration
     */
    public static Optional<PlacedStall> worst(MigrationResult migration) {
        return migration.facts().phases().stream()
                .flatMap(p -> Lists.orEmpty(p.facts().stalls()).stream().map(s -> new PlacedStall(p.phase(), s)))
                .max(Comparator.comparingDouble(p -> p.stall().worstMs()));
    }
}
