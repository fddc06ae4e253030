package dev.rehearsal.report.format;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lock, and where it was held.
 *
 * @param migration in which migration
 * @param phase in which of its phases
 * @param lock the lock
 */
public record PlacedLock(MigrationResult migration, Phase phase, HeldLock lock) {
    private static final Comparator<PlacedLock> WORST_FIRST = Comparator.comparingDouble(
                    (PlacedLock p) -> -p.lock().heldMs())
            .thenComparing(p -> p.lock().mode(), Comparator.reverseOrder())
            .thenComparing(p -> p.lock().relation());

    /**
     * {@return the locks of the migrations that others would have waited for, longest held first}
     *
     * @param migrations any migrations
     */
    public static List<PlacedLock> blocking(List<MigrationResult> migrations) {
        return migrations.stream()
                .flatMap(m -> m.facts().phases().stream()
                        .filter(p -> p.facts().locks() != null)
                        .flatMap(p ->
                                Lists.orEmpty(p.facts().locks()).stream().map(l -> new PlacedLock(m, p.phase(), l))))
                .filter(p -> Blocks.of(p.lock()) != Blocks.NOTHING)
                .sorted(WORST_FIRST)
                .toList();
    }

    /**
     * {@return of the locks at one place on one table, and through it on its indexes, the longest of each mode}
     *
     * @param locks longest first
     */
    public static List<PlacedLock> longestOfEach(List<PlacedLock> locks) {
        Map<String, PlacedLock> longest = new LinkedHashMap<>();
        locks.forEach(placed -> longest.putIfAbsent(
                placed.lock().relation() + "\n" + placed.lock().mode().words() + "\n" + placed.place(), placed));
        return List.copyOf(longest.values());
    }

    /**
     * {@return the longest held lock of a migration that others would have waited for, or empty}
     *
     * @param migration any migration
     */
    public static Optional<PlacedLock> worst(MigrationResult migration) {
        return blocking(List.of(migration)).stream().findFirst();
    }

    /** {@return where it was taken: {@code 3 down:12}} */
    public String place() {
        Integer line = lock.line();
        return migration.facts().migration().version() + " " + phase.id() + (line == null ? "" : ":" + line);
    }
}
