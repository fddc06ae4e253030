package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Operator;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.DistinctCount;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the filling of one table: foreign keys first, then the other columns, then what must be unique. */
public final class Planner {
    private final Task task;
    private final SeedTable table;
    private final KeyUnits keyUnits;
    private final UnitMaker maker;
    private final Set<String> covered = new HashSet<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Formula> written = new LinkedHashMap<>();
    private final Map<String, String> earlier = new LinkedHashMap<>();
    private final Map<Integer, Formula> draws = new LinkedHashMap<>();
    private final Map<String, Formula> values = new LinkedHashMap<>();

    private Planner(Task task, KeySource keys, SeedTypes types, Map<String, Restriction> limits) {
        this.task = task;
        this.table = task.table();
        this.maker = new UnitMaker(task, types, limits);
        this.keyUnits = new KeyUnits(task, keys);
    }

    /**
     * {@return the plan}
     *
     * @param task what is to be filled
     * @param keys what it can point at
     * @param types the values of its types
     * @param limits what its CHECKs and partitions demand, by column
     * @throws SQLException if the server refuses
     * @throws UnfillableException if nobody knows how
     */
    public static Plan plan(Task task, KeySource keys, SeedTypes types, Map<String, Restriction> limits)
            throws SQLException, UnfillableException {
        Planner planner = new Planner(task, keys, types, limits);
        planner.collect();
        return planner.assemble();
    }

    private void collect() throws SQLException, UnfillableException {
        for (SeedColumn column : table.columns()) {
            String sql = task.profile().columnOf(table.name(), column.name()).sql();
            if (sql != null && fillable(column)) {
                written.put(column.name(), Formula.own("(" + sql + ")"));
                covered.add(column.name());
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            foreignKey(key);
        }
        for (SeedColumn column : table.columns()) {
            if (fillable(column) && !covered.contains(column.name())) {
                ordinary(column);
            }
        }
    }

    private boolean fillable(SeedColumn column) {
        return column.generated() == null && task.targets().contains(column.name());
    }

    private void foreignKey(ForeignKey key) throws SQLException, UnfillableException {
        List<String> own = key.columns().stream()
                .filter(column -> task.targets().contains(column) && !covered.contains(column))
                .toList();
        if (own.isEmpty() || own.stream().anyMatch(column -> generated(column))) {
            return;
        }
        boolean nullable = own.stream().allMatch(table::nullable);
        boolean self = key.parent().equals(table.name());
        boolean pending = !self && keyUnits.pending(key.parent());
        // Rows that are skipped cannot be pointed at; those that are there already can.
        boolean skips = task.way().skip() && task.held().rows() > 0;
        if (pending && !nullable) {
            return; // foreseen: any value of its type will do
        } else if (pending) {
            leaveNull(key, own, true, "");
        } else if (self && !task.update() && !skips) {
            self(key, own);
            return;
        } else {
            Optional<Unit> unit = keyUnits.unit(key, own, covered, units.size() + 1);
            if (unit.isEmpty()) {
                leaveNull(key, own, nullable, "it has no rows");
            } else {
                units.add(unit.get());
            }
        }
        covered.addAll(own);
    }

    private boolean generated(String name) {
        return table.column(name).map(column -> column.generated() != null).orElse(true);
    }

    private void leaveNull(ForeignKey key, List<String> own, boolean nullable, String why) throws UnfillableException {
        if (!nullable) {
            throw new UnfillableException(
                    "NOT NULL " + String.join(", ", own) + " must point at " + key.parent() + ", but " + why,
                    key.parent());
        }
        own.forEach(column -> written.put(column, Formulas.NOTHING));
    }

    /** Rows point at earlier rows, the first at itself or at nothing; where keys do not count, rows point at themselves. */
    private void self(ForeignKey key, List<String> columns) {
        boolean simple = key.columns().size() == 1 && counting(key.keys().get(0));
        List<String> own = columns.stream()
                .filter(column -> !column.equals(key.key(column)))
                .toList();
        covered.addAll(own);
        if (simple) {
            earlier.put(own.get(0), key.keys().get(0));
            units.add(keyUnits.earlier(own));
        } else if (own.stream().anyMatch(table::nullable)) {
            own.stream().filter(table::nullable).forEach(column -> written.put(column, Formulas.NOTHING));
            covered.removeIf(column -> own.contains(column) && !table.nullable(column));
        } else {
            own.forEach(column -> written.put(column, new Terms.Same(key.key(column))));
        }
    }

    private boolean counting(String column) {
        return table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column)))
                && table.foreignKeys().stream()
                        .noneMatch(other -> other.columns().contains(column))
                && !written.containsKey(column)
                && table.column(column).map(this::fillable).orElse(false);
    }

    private void ordinary(SeedColumn column) throws UnfillableException {
        Optional<Unit> unit = maker.unit(column);
        if (unit.isPresent()) {
            units.add(unit.get());
            covered.add(column.name());
        } else if (column.notNull() && column.defaultSql() == null) {
            throw new UnfillableException(
                    "column " + column.name() + " is of type " + column.type().sql() + ", of which no value is known");
        }
    }

    private Plan assemble() throws UnfillableException {
        long salt = Draw.salt(task.profile().seed(), table.name().toString());
        double numbers = (double) Math.min(task.held().taken(), (long) ValueSpace.ENDLESS) + task.rows();
        CountingUnits counters = CountingUnits.of(units, table.uniqueKeys(), numbers, salt, this::distinct);
        Room room = counters.room();
        // Any key may be one that is taken: where too few others are left, all of them are offered.
        boolean few = room.counted() < numbers + task.held().taken();
        long first = few ? 1 : task.held().taken() + 1;
        for (int number = 1; number <= units.size(); number++) {
            Unit unit = units.get(number - 1);
            Optional<Formula> counter = counters.counter(unit);
            draws.put(number, draw(unit, counter, counters.refusesNull(unit), salt + number));
            List<Formula> formulas = unit.values().apply(new Terms.Drawn(number), counter.isPresent());
            for (int i = 0; i < unit.columns().size(); i++) {
                values.put(unit.columns().get(i), formulas.get(i));
            }
        }
        values.putAll(written);
        earlier.forEach((column, key) ->
                values.computeIfPresent(column, (name, index) -> existing(column, key, index, counters)));
        resolveCopies();
        return new Plan(task, first, room, draws, values, keyUnits.lookups());
    }

    /** The key of an earlier row, unless that row is left out; then its own or nothing. */
    private Formula existing(String column, String key, Formula index, CountingUnits counters) {
        Formula otherwise = table.nullable(column) ? Formulas.NOTHING : values.getOrDefault(key, Formulas.NOTHING);
        List<Formula> left = new ArrayList<>();
        for (FreeKey free : table.freeKeys()) {
            if (!free.columns().stream().allMatch(name -> countsPlainly(name, counters))) {
                return otherwise;
            }
            left.add(free.met(name -> keyOfRow(name, index)));
        }
        Formula found = keyOfRow(key, index);
        return left.stream()
                .reduce((one, other) -> one.infix(Operator.OR, other))
                .map(met -> Formula.either(met, otherwise, found))
                .orElse(found);
    }

    private boolean countsPlainly(String column, CountingUnits counters) {
        return units.stream()
                .filter(unit -> unit.columns().equals(List.of(column)))
                .anyMatch(unit -> counters.counter(unit)
                        .filter(CountingUnits.NUMBER::equals)
                        .isPresent());
    }

    private Formula keyOfRow(String key, Formula index) {
        return units.stream()
                .filter(unit -> unit.columns().equals(List.of(key)))
                .findFirst()
                .map(unit -> unit.values().apply(index, true).get(0))
                .orElse(Formulas.NOTHING);
    }

    private ColumnVolume volume(Unit unit) {
        return task.profile().columnOf(table.name(), unit.columns().get(0));
    }

    /** How many different values of a unit were asked for, or else there are. */
    private double distinct(Unit unit) {
        DistinctCount said = volume(unit).distinct();
        return said == null ? Double.MAX_VALUE : said.of(task.rows());
    }

    private Formula draw(Unit unit, Optional<Formula> counter, boolean refusesNull, long salt) {
        if (counter.isEmpty()) {
            return unit.draw();
        }
        Double nulls = volume(unit).nulls();
        if (nulls != null && unit.nullable() && !refusesNull) {
            return Shares.of(task, volume(unit), nulls, salt).nullOr(counter.get());
        }
        return unit.nullable() && !refusesNull
                ? Formula.either(Draw.chance(salt, 0.1), Formulas.NOTHING, counter.get())
                : counter.get();
    }

    /** What is the same as another column gets that one's value. */
    private void resolveCopies() throws UnfillableException {
        for (Map.Entry<String, Formula> entry : values.entrySet()) {
            Formula value = entry.getValue();
            for (int depth = 0; value instanceof Terms.Same same; depth++) {
                value = values.getOrDefault(same.column(), Formulas.NOTHING);
                if (depth > values.size()) {
                    throw new UnfillableException("its foreign keys point at themselves in a circle");
                }
            }
            entry.setValue(value);
        }
    }
}
