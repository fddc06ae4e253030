package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.schema.QualifiedName;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which tables canaries run. Before the first phase no one knows what the migration touches, so they run on the tables
 * that its script names, then on the largest; after it, on those that it was seen to lock, longest first, and on those
 * that the undo names.
 */
final class Watchlist {
    private static final int MOST = 6;

    private final List<TableSize> sizes;
    private final Migration migration;
    private final Duration statementTimeout;
    private final Set<QualifiedName> ignored;
    private List<QualifiedName> tables;
    private final Set<QualifiedName> touched = new HashSet<>();

    Watchlist(List<TableSize> sizes, Migration migration, Duration statementTimeout, Set<QualifiedName> ignored) {
        this.sizes = sizes.stream()
                .sorted(Comparator.comparingLong(TableSize::bytes).reversed())
                .toList();
        this.migration = migration;
        this.statementTimeout = statementTimeout;
        this.ignored = ignored;
        this.tables = first(Stream.concat(namedIn(migration.script()), all()));
    }

    ObservationOptions options() {
        return options(tables);
    }

    ObservationOptions options(List<QualifiedName> canaries) {
        return new ObservationOptions(true, first(canaries.stream()), statementTimeout, false, ignored);
    }

    /** What to watch where nobody asks what others suffer. */
    ObservationOptions locksOnly() {
        return new ObservationOptions(true, null, statementTimeout, false, ignored);
    }

    /** Nothing to watch, but a statement that does not end is ended. */
    ObservationOptions nothing() {
        return new ObservationOptions(false, List.of(), statementTimeout, false, ignored);
    }

    /** What to watch where each statement's effects are looked up as well. */
    ObservationOptions attributing() {
        return new ObservationOptions(true, tables, statementTimeout, true, ignored);
    }

    /** From now on, canaries run on what this phase was seen to lock, and on what the undo will. */
    void learnFrom(PhaseResult phase) {
        List<HeldLock> locks = phase.facts().locks();
        if (locks == null) {
            return;
        }
        Set<QualifiedName> locked = lockedIn(locks);
        Map<String, Double> held = locks.stream()
                .filter(lock -> lock.mode().blocksWrites())
                .collect(Collectors.toMap(HeldLock::relation, HeldLock::heldMs, Math::max));
        Comparator<QualifiedName> longest =
                Comparator.comparingDouble(table -> -held.getOrDefault(table.toString(), 0.0));
        Script undo = migration.undo();
        tables = first(Stream.concat(
                all().filter(locked::contains).sorted(longest), undo == null ? Stream.empty() : namedIn(undo)));
    }

    private static List<QualifiedName> first(Stream<QualifiedName> wanted) {
        return wanted.distinct().limit(MOST).toList();
    }

    private Stream<QualifiedName> all() {
        return sizes.stream().map(TableSize::table);
    }

    /** A guess by the text alone: it decides who is watched, never what is reported. */
    private Stream<QualifiedName> namedIn(Script script) {
        Set<String> words =
                new HashSet<>(List.of(script.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_$]+")));
        return all().filter(table -> words.contains(table.name().toLowerCase(Locale.ROOT)));
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
        Set<String> names = names(locks, lock -> lock.mode().exceedsReading());
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
