package dev.rehearsal.postgres.seed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Decides which units count instead of being drawn, so that unique keys hold: one unit of a key counts the rows, or all
 * of them together count like the digits of a number.
 */
final class Counters {
    private final Map<Unit, String> counters = new HashMap<>();
    private final Set<Unit> strict = new HashSet<>();
    private final Set<Unit> plain = new HashSet<>();
    private final long salt;
    private final long wanted;
    private final ToDoubleFunction<Unit> distinct;
    private double rows;

    private Counters(long salt, long wanted, ToDoubleFunction<Unit> distinct) {
        this.salt = salt;
        this.distinct = distinct;
        this.wanted = wanted;
        this.rows = wanted;
    }

    /** {@return the counters that the keys need, for this many rows; a unit has no more values than were asked for} */
    static Counters of(
            List<Unit> units, List<UniqueKey> keys, long wanted, long salt, ToDoubleFunction<Unit> distinct) {
        Counters result = new Counters(salt, wanted, distinct);
        keys.stream()
                .sorted(Comparator.comparingInt((UniqueKey key) -> key.columns().size()))
                .forEach(key -> result.keep(units, key));
        return result;
    }

    /** {@return how many rows the keys leave room for} */
    long rows() {
        return Math.min((long) rows, wanted);
    }

    Optional<String> counter(Unit unit) {
        return Optional.ofNullable(counters.get(unit));
    }

    /** {@return whether a NULL of the unit would collide with another} */
    boolean refusesNull(Unit unit) {
        return strict.contains(unit) || (counters.containsKey(unit) && !plain.contains(unit));
    }

    private void keep(List<Unit> units, UniqueKey key) {
        List<Unit> involved = units.stream()
                .filter(unit -> unit.columns().stream().anyMatch(key.columns()::contains))
                .toList();
        if (!key.nullsDistinct()) {
            strict.addAll(involved);
        }
        if (involved.isEmpty() || involved.stream().anyMatch(plain::contains)) {
            return;
        }
        List<Unit> free =
                involved.stream().filter(unit -> !counters.containsKey(unit)).toList();
        Set<String> covered =
                involved.stream().flatMap(unit -> unit.columns().stream()).collect(Collectors.toSet());
        // A unit that only lends some of its columns to the key may repeat them, however it counts.
        List<Unit> whole = free.stream()
                .filter(unit -> key.columns().containsAll(unit.columns()))
                .toList();
        Optional<Unit> natural = free.stream().filter(Unit::counts).findFirst();
        if (natural.isPresent()) {
            countPlainly(natural.get());
        } else if (!whole.isEmpty() && whole.size() < free.size()) {
            whole.stream().max(Comparator.comparingDouble(Unit::size)).ifPresent(this::countPlainly);
        } else if (free.size() > 1 && free.size() == involved.size() && covered.containsAll(key.columns())) {
            countTogether(free);
        } else {
            free.stream().max(Comparator.comparingDouble(Unit::size)).ifPresent(this::countPlainly);
        }
    }

    private void countPlainly(Unit unit) {
        counters.put(unit, "(s.\"#\" - 1)");
        plain.add(unit);
        rows = Math.min(rows, unit.size());
    }

    private void countTogether(List<Unit> free) {
        List<Unit> digits = new ArrayList<>(free);
        digits.sort(Comparator.comparingDouble(Unit::size));
        double room = digits.stream().mapToDouble(Unit::size).reduce(1, (a, b) -> a * b);
        rows = Math.min(rows, room);
        if (countAsAsked(free)) {
            return;
        }
        double rest = room / digits.get(0).size();
        double first = Math.min(digits.get(0).size(), Math.max(Math.ceil(rows / 4), Math.ceil(rows / rest)));
        String left = "(s.\"#\" - 1)";
        String before = "";
        for (int i = 0; i < digits.size(); i++) {
            long size = (long) (i == 0 ? first : digits.get(i).size());
            boolean last = i == digits.size() - 1;
            String turned = before.isEmpty() || last
                    ? left
                    : "(" + left + " + (hashint8extended(" + before + ", " + (salt + i) + ") & 65535))";
            counters.put(digits.get(i), last ? left : "(" + turned + " % " + size + ")");
            before = counters.getOrDefault(digits.get(i), left);
            left = "(" + left + " / " + size + ")";
        }
    }

    /**
     * Where it was said how many values some units have: each counts around its values, and begins one further each time
     * that the one before it has come around, so that all of them are used.
     */
    private boolean countAsAsked(List<Unit> free) {
        boolean asked = free.stream().anyMatch(unit -> distinct.applyAsDouble(unit) < unit.size());
        List<Unit> digits = new ArrayList<>(free);
        digits.sort(Comparator.comparingDouble(this::values).reversed());
        if (!asked || digits.stream().mapToDouble(this::values).reduce(1, (a, b) -> a * b) < rows) {
            return false;
        }
        String left = "(s.\"#\" - 1)";
        String first = "0";
        for (Unit unit : digits) {
            long size = (long) values(unit);
            String counter = "((" + left + " + " + first + ") % " + size + ")";
            counters.put(unit, counter);
            first = first.equals("0") ? counter : first;
            left = "(" + left + " / " + size + ")";
        }
        return true;
    }

    private double values(Unit unit) {
        return Math.min(unit.size(), distinct.applyAsDouble(unit));
    }
}
