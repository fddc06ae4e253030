package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import dev.rehearsal.seeding.Formula.Operator;
import dev.rehearsal.seeding.Unit.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Decides which units count instead of being drawn, so that unique keys hold: one unit of a key counts the rows, or all
 * of them together count like the digits of a number.
 */
public final class CountingUnits {
    /** The number of a row, counted from 0. */
    static final Formula NUMBER = Formulas.PLACE.minus(1);

    private final Map<Unit, Formula> counters = new HashMap<>();
    private final Set<Unit> strict = new HashSet<>();
    private final Set<Unit> plain = new HashSet<>();
    private final List<UniqueKey> kept = new ArrayList<>();
    private final long salt;
    private final double numbers;
    private final ToDoubleFunction<Unit> distinct;
    private Room room = Room.ENDLESS;

    private CountingUnits(long salt, double numbers, ToDoubleFunction<Unit> distinct) {
        this.salt = salt;
        this.distinct = distinct;
        this.numbers = numbers;
    }

    /**
     * {@return the counters that the keys need, for numbers of rows up to this one; a unit has no more values than were
     * asked for}
     */
    static CountingUnits of(
            List<Unit> units, List<UniqueKey> keys, double numbers, long salt, ToDoubleFunction<Unit> distinct) {
        CountingUnits result = new CountingUnits(salt, numbers, distinct);
        keys.stream()
                .sorted(Comparator.comparingInt((UniqueKey key) -> key.columns().size()))
                .forEach(key -> result.keep(units, key));
        return result;
    }

    /** {@return how many rows the keys leave room for} */
    Room room() {
        return room;
    }

    Optional<Formula> counter(Unit unit) {
        return Optional.ofNullable(counters.get(unit));
    }

    /** {@return whether a NULL of the unit would collide with another} */
    boolean refusesNull(Unit unit) {
        return strict.contains(unit) || (counters.containsKey(unit) && !plain.contains(unit));
    }

    private void keep(List<Unit> units, UniqueKey key) {
        if (key.columns().isEmpty()) {
            if (!key.partial()) {
                limit(1, 1, List.of(new Domain("no two rows may differ in it", null, false)));
            }
            return;
        }
        List<Unit> involved = units.stream()
                .filter(unit -> unit.columns().stream().anyMatch(key.columns()::contains))
                .toList();
        if (!key.nullsDistinct()) {
            strict.addAll(involved);
        }
        boolean holds =
                involved.stream().anyMatch(plain::contains) || kept.stream().anyMatch(smaller -> implies(smaller, key));
        kept.add(key);
        if (involved.isEmpty() || holds) {
            return;
        }
        List<Unit> free =
                involved.stream().filter(unit -> !counters.containsKey(unit)).toList();
        Set<String> covered =
                involved.stream().flatMap(unit -> unit.columns().stream()).collect(Collectors.toSet());
        boolean all = covered.containsAll(key.columns()) && free.size() == involved.size();
        // A unit that only lends some of its columns to the key may repeat them, however it counts.
        List<Unit> whole = free.stream()
                .filter(unit -> key.columns().containsAll(unit.columns()))
                .toList();
        Optional<Unit> natural = free.stream().filter(Unit::counts).findFirst();
        if (natural.isPresent()) {
            countPlainly(natural.get(), key, all && free.size() == 1);
        } else if (!whole.isEmpty() && whole.size() < free.size()) {
            whole.stream()
                    .max(Comparator.comparingDouble(Unit::size))
                    .ifPresent(unit -> countPlainly(unit, key, false));
        } else if (free.size() > 1 && all) {
            countTogether(free, key);
        } else {
            free.stream()
                    .max(Comparator.comparingDouble(Unit::size))
                    .ifPresent(unit -> countPlainly(unit, key, all && free.size() == 1));
        }
    }

    /** Rows that differ in some of a key's columns differ in all of them together. */
    private static boolean implies(UniqueKey smaller, UniqueKey key) {
        return !smaller.partial()
                && smaller.exact()
                && !smaller.columns().isEmpty()
                && key.columns().containsAll(smaller.columns())
                && (key.nullsDistinct() || !smaller.nullsDistinct());
    }

    private void countPlainly(Unit unit, UniqueKey key, boolean alone) {
        boolean scarce = unit.size() < numbers;
        if (scarce && key.partial()) {
            return; // most rows may lie outside of it; those that collide are skipped
        }
        plain.add(unit);
        if (scarce && unit.nullable() && key.nullsDistinct() && !strict.contains(unit)) {
            counters.put(unit, upTo(unit.size(), NUMBER));
            return;
        }
        counters.put(unit, NUMBER);
        limit(unit.size(), unit.size(), alone && key.exact() ? domains(List.of(unit)) : List.of());
    }

    private void countTogether(List<Unit> free, UniqueKey key) {
        List<Unit> digits = new ArrayList<>(free);
        digits.sort(Comparator.comparingDouble(Unit::size));
        double all = digits.stream().mapToDouble(Unit::size).reduce(1, (a, b) -> a * b);
        Optional<Unit> empty = free.stream()
                .filter(unit -> unit.nullable() && key.nullsDistinct() && !strict.contains(unit))
                .findFirst();
        boolean scarce = all < numbers;
        if (scarce && key.partial()) {
            return;
        }
        double rows = Math.min(Math.min(numbers, room.keys()), all);
        double counted = countAsAsked(free, rows);
        if (counted == 0) {
            counted = count(digits, rows, all);
        }
        if (scarce && empty.isPresent()) {
            Unit last = digits.get(digits.size() - 1);
            counters.computeIfPresent(last, (unit, counter) -> counter.modulo((long) last.size()));
            counters.computeIfPresent(empty.get(), (unit, counter) -> upTo(all, counter));
        } else {
            limit(all, counted, key.exact() ? domains(free) : List.of());
        }
    }

    /** {@return how many keys the digits count to} */
    private double count(List<Unit> digits, double rows, double all) {
        double rest = all / digits.get(0).size();
        double first = Math.min(digits.get(0).size(), Math.max(Math.ceil(rows / 4), Math.ceil(rows / rest)));
        Formula left = NUMBER;
        Formula before = null;
        for (int i = 0; i < digits.size(); i++) {
            long size = (long) (i == 0 ? first : digits.get(i).size());
            boolean last = i == digits.size() - 1;
            Formula turned = before == null || last ? left : left.plus(turn(before, salt + i));
            Formula counter = last ? left : turned.modulo(size);
            counters.put(digits.get(i), counter);
            before = counter;
            left = left.dividedBy(size);
        }
        return first * rest;
    }

    /**
     * Where it was said how many values some units have: each counts around its values, and begins one further each time
     * that the one before it has come around, so that all of them are used.
     *
     * @return how many keys they count to; 0 if nothing was said, or it is too little
     */
    private double countAsAsked(List<Unit> free, double rows) {
        boolean asked = free.stream().anyMatch(unit -> distinct.applyAsDouble(unit) < unit.size());
        List<Unit> digits = new ArrayList<>(free);
        digits.sort(Comparator.comparingDouble(this::values).reversed());
        double all = digits.stream().mapToDouble(this::values).reduce(1, (a, b) -> a * b);
        if (!asked || all < rows) {
            return 0;
        }
        Formula left = NUMBER;
        Formula first = null;
        for (Unit unit : digits) {
            long size = (long) values(unit);
            Formula counter = (first == null ? left : left.plus(first)).modulo(size);
            counters.put(unit, counter);
            first = first == null ? counter : first;
            left = left.dividedBy(size);
        }
        return all;
    }

    private static Formula upTo(double size, Formula counter) {
        return Formula.either(NUMBER.below(Formula.number((long) size)), counter, null);
    }

    private static Formula turn(Formula digit, long salt) {
        return Formula.call(Function.HASH, digit, Formula.number(salt)).infix(Operator.BITS_OF, Formula.number(65535));
    }

    private void limit(double keys, double counted, List<Domain> domains) {
        room = room.and(new Room(keys, counted, domains));
    }

    /** {@return what proves that these units have no other values; empty if one of them may have} */
    private static List<Domain> domains(List<Unit> units) {
        List<Domain> domains =
                units.stream().map(Unit::domain).filter(Objects::nonNull).toList();
        return domains.size() == units.size() ? domains : List.of();
    }

    private double values(Unit unit) {
        return Math.min(unit.size(), distinct.applyAsDouble(unit));
    }
}
