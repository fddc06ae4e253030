package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Formula.Operator;
import dev.rehearsal.seeding.KeySource.Numbered;
import dev.rehearsal.seeding.KeySource.Suiting;
import dev.rehearsal.seeding.Terms.KeyPart;
import dev.rehearsal.seeding.Unit.Domain;
import dev.rehearsal.volume.ColumnVolume;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the units of foreign keys, and the joins that look their keys up. */
final class KeyUnits {
    private static final double NULLS = 0.1;
    private static final double SKEW = 0.7;
    private static final long SCRAMBLE = 2_654_435_761L;
    private final Task task;
    private final KeySource keys;
    private final List<KeyLookup> lookups = new ArrayList<>();
    private final Map<String, Formula> known = new HashMap<>();

    KeyUnits(Task task, KeySource keys) {
        this.task = task;
        this.keys = keys;
    }

    /** {@return whether a parent has none of its rows yet, and nobody knows which it will have} */
    boolean pending(QualifiedName parent) {
        return task.pending().contains(parent) && !keys.foresees(parent);
    }

    List<KeyLookup> lookups() {
        return lookups;
    }

    /** {@return the unit of a foreign key, of which it fills its own columns; empty if its parent holds no key} */
    Optional<Unit> unit(ForeignKey key, List<String> own, Set<String> covered, int number) throws SQLException {
        SeedTable parent = task.tables().get(key.parent());
        if (parent == null) {
            return Optional.empty();
        }
        boolean whole = own.size() == key.columns().size();
        Optional<Unit> unit = whole ? free(key, parent, covered, number) : grouped(key, parent, own, number);
        unit.ifPresent(made -> {
            List<Formula> values = made.values().apply(new Terms.Drawn(number), false);
            IntStream.range(0, own.size()).forEach(i -> known.put(made.columns().get(i), values.get(i)));
        });
        return unit;
    }

    /** {@return the unit of a key that points at the number of an earlier row of its own table} */
    Unit earlier(List<String> own) {
        boolean nullable = task.table().nullable(own.get(0));
        long salt = salt(own);
        boolean first = task.held().rows() == 0;
        Formula number = first ? Formula.number(1) : Formulas.FIRST;
        Formula zero = Formula.number(0);
        Formula skewed = Draw.skewed(salt, Formulas.PLACE.minus(number), 0.4);
        Formula draw = Formula.either(
                Formulas.PLACE.infix(Operator.EQUALS, number),
                nullable
                        ? Formulas.NOTHING
                        : first ? zero : Formulas.FIRST.minus(1).plus(zero),
                first ? skewed : Formulas.FIRST.minus(1).plus(skewed));
        return new Unit(
                own, (double) task.rows(), nullable, maybeNull(draw, own, salt), (i, c) -> List.of(i), false, null);
    }

    private Optional<Unit> free(ForeignKey key, SeedTable parent, Set<String> covered, int number) throws SQLException {
        Numbered numbered = keys.of(key, parent, suiting(key, covered));
        if (numbered.size() == 0) {
            return Optional.empty();
        }
        List<String> columns = key.columns();
        long salt = salt(columns);
        Double skew = volume(columns).skew();
        double exponent = skew == null ? SKEW : skew;
        Formula chance = Draw.skewed(salt, Formula.number(numbered.size()), exponent);
        Formula draw = Shares.said(volume(columns))
                ? shares(columns, salt).draw(volume(columns), (double) numbered.size(), exponent, chance)
                : maybeNull(chance, columns, salt);
        boolean nullable = columns.stream().allMatch(task.table()::nullable);
        if (numbered.table().isEmpty()) {
            String cast =
                    task.table().column(columns.get(0)).orElseThrow().type().cast();
            return Optional.of(new Unit(
                    columns,
                    numbered.size(),
                    nullable,
                    draw,
                    (index, counter) -> {
                        Formula turned = scrambled(index, numbered.size(), salt);
                        return List.of(
                                Formula.number(numbered.first()).plus(turned).typed(cast));
                    },
                    false,
                    domain(key, numbered)));
        }
        Formula index = scrambled(new Terms.Drawn(number), numbered.size(), salt);
        lookups.add(new KeyLookup(number, numbered.table(), index, Map.of()));
        return Optional.of(new Unit(
                columns,
                (double) numbered.size(),
                nullable,
                draw,
                looked(key, columns, number),
                false,
                domain(key, numbered)));
    }

    private Optional<Unit> grouped(ForeignKey key, SeedTable parent, List<String> own, int number) throws SQLException {
        List<Integer> shared = IntStream.range(0, key.columns().size())
                .filter(i -> !own.contains(key.columns().get(i)))
                .boxed()
                .toList();
        String table = keys.grouped(key, parent, shared);
        Map<Integer, Formula> values = new HashMap<>();
        shared.forEach(i -> values.put(i + 1, value(key.columns().get(i))));
        lookups.add(new KeyLookup(number, table, new Terms.Drawn(number), values));
        long salt = salt(own);
        boolean nullable = own.stream().allMatch(task.table()::nullable);
        return Optional.of(new Unit(
                own, 1, nullable, maybeNull(Draw.hash(salt), own, salt), looked(key, own, number), false, null));
    }

    /** A parent that is still to be filled, or the table itself, will have more. */
    private @Nullable Domain domain(ForeignKey key, Numbered numbered) {
        if (pending(key.parent()) || key.parent().equals(task.table().name())) {
            return null;
        }
        String columns = String.join(", ", key.columns());
        String rows = numbered.size() == 1 ? "1 row" : numbered.size() + " rows";
        return new Domain(columns + " points at " + rows + " of " + key.parent(), key.parent(), false);
    }

    /** Values from a table of keys; a row that is there already points at none but smaller keys, so that no circle arises. */
    private BiFunction<Formula, Boolean, List<Formula>> looked(ForeignKey key, List<String> own, int number) {
        List<Formula> found = own.stream()
                .<Formula>map(column -> new KeyPart(number, key.columns().indexOf(column) + 1))
                .toList();
        if (!task.update() || !key.parent().equals(task.table().name())) {
            return (index, counter) -> found;
        }
        List<Formula> theirs = IntStream.rangeClosed(1, key.keys().size())
                .<Formula>mapToObj(i -> new KeyPart(number, i))
                .toList();
        List<Formula> here = key.keys().stream().<Formula>map(Terms.Held::new).toList();
        Formula smaller = new Terms.Smaller(theirs, here);
        return (index, counter) -> found.stream()
                .map(value -> Formula.either(smaller, value, null))
                .toList();
    }

    private Formula value(String column) {
        Formula value = known.get(column);
        return value != null ? value : new Terms.Held(column);
    }

    /** Columns that another foreign key shares must suit that one, too. */
    private List<Suiting> suiting(ForeignKey key, Set<String> covered) {
        List<Suiting> suiting = new ArrayList<>();
        for (ForeignKey other : task.table().foreignKeys()) {
            List<String> shared =
                    key.columns().stream().filter(other.columns()::contains).toList();
            boolean ready = !pending(other.parent())
                    && !other.parent().equals(task.table().name());
            if (!other.equals(key)
                    && !shared.isEmpty()
                    && ready
                    && other.columns().stream().noneMatch(covered::contains)) {
                suiting.add(new Suiting(
                        other.parent(),
                        task.tables().get(other.parent()),
                        shared.stream().map(column -> other.key(column)).toList(),
                        shared.stream().map(column -> key.key(column)).toList()));
            }
        }
        return suiting;
    }

    /** Small numbers are drawn most often; they are not to be the oldest rows. */
    private static Formula scrambled(Formula index, long size, long salt) {
        return size < 2 || size > 3_000_000_000L
                ? index
                : index.times(SCRAMBLE).plus(Math.floorMod(salt, size)).modulo(size);
    }

    private double nulls(List<String> columns) {
        Double said = volume(columns).nulls();
        return !columns.stream().allMatch(task.table()::nullable) ? 0 : said == null ? NULLS : said;
    }

    private Shares shares(List<String> columns, long salt) {
        return Shares.of(task, volume(columns), nulls(columns), salt);
    }

    private Formula maybeNull(Formula draw, List<String> columns, long salt) {
        if (volume(columns).nulls() != null) {
            return shares(columns, salt).nullOr(draw);
        }
        double share = nulls(columns);
        return share > 0 ? Formula.either(Draw.chance(salt + 1, share), Formulas.NOTHING, draw) : draw;
    }

    private ColumnVolume volume(List<String> columns) {
        return task.profile().columnOf(task.table().name(), columns.get(0));
    }

    private long salt(List<String> columns) {
        return Draw.salt(task.profile().seed(), task.table().name().toString(), String.join(",", columns));
    }
}
