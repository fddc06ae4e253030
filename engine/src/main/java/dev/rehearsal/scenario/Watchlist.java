package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.schema.QualifiedName;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * On which tables canaries run. In the first phase no one knows what the migration touches, so they run on the largest
 * tables; after it, on those that it was seen to lock.
 */
final class Watchlist {
    private static final int LARGEST = 6;

    private final List<TableSize> sizes;
    private final Duration statementTimeout;
    private final Set<QualifiedName> ignored;
    private List<QualifiedName> tables;
    private final Set<QualifiedName> touched = new HashSet<>();

    Watchlist(List<TableSize> sizes, Duration statementTimeout, Set<QualifiedName> ignored) {
        this.sizes = sizes;
        this.statementTimeout = statementTimeout;
        this.ignored = ignored;
        this.tables = sizes.stream()
                .filter(size -> size.rows() > 0)
                .sorted(Comparator.comparingLong(TableSize::bytes).reversed())
                .limit(LARGEST)
                .map(TableSize::table)
                .toList();
    }

    ObservationOptions options() {
        return options(tables);
    }

    ObservationOptions options(List<QualifiedName> canaries) {
        return new ObservationOptions(
                true, canaries.subList(0, Math.min(LARGEST, canaries.size())), statementTimeout, false, ignored);
    }

    /** Nothing to watch, but a statement that does not end is ended. */
    ObservationOptions nothing() {
        return new ObservationOptions(false, List.of(), statementTimeout, false, ignored);
    }

    /** What to watch where each statement's effects are looked up as well. */
    ObservationOptions attributing() {
        return new ObservationOptions(true, tables, statementTimeout, true, ignored);
    }

    /** From now on, canaries run on what this phase was seen to lock. */
    void learnFrom(PhaseResult phase) {
        List<HeldLock> locks = phase.facts().locks();
        if (locks == null) {
            return;
        }
        Set<QualifiedName> locked = lockedIn(locks);
        tables = sizes.stream()
                .map(TableSize::table)
                .filter(locked::contains)
                .limit(LARGEST)
                .toList();
    }

    /** Remembers what a phase has locked more than a reader does. */
    void remember(PhaseResult phase) {
        List<HeldLock> locks = phase.facts().locks();
        if (locks != null) {
            touched.addAll(lockedIn(locks));
        }
    }

    /** {@return the tables of the stage that first up and down have locked more than a reader does} */
    Set<QualifiedName> touched() {
        return Set.copyOf(touched);
    }

    private Set<QualifiedName> lockedIn(List<HeldLock> locks) {
        Set<String> names = names(locks, lock -> lock.mode() != LockMode.ACCESS_SHARE);
        return sizes.stream()
                .map(TableSize::table)
                .filter(table -> names.contains(table.toString()))
                .collect(Collectors.toSet());
    }

    static Set<String> names(List<HeldLock> locks, Predicate<HeldLock> wanted) {
        return locks.stream()
                .filter(lock -> !lock.createdHere() && wanted.test(lock))
                .map(HeldLock::relation)
                .collect(Collectors.toSet());
    }
}
