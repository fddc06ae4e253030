package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Terms.Chosen;
import dev.rehearsal.seeding.Terms.When;
import dev.rehearsal.seeding.Unit.Domain;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.DistinctCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes the unit of an ordinary column. */
final class UnitMaker {
    private static final double NULLS = 0.1;
    private static final double EDGES = 0.02;
    private final Task task;
    private final SeedTypes types;
    private final Map<String, Restriction> limits;

    UnitMaker(Task task, SeedTypes types, Map<String, Restriction> limits) {
        this.task = task;
        this.types = types;
        this.limits = new HashMap<>(limits);
    }

    /**
     * {@return the unit; empty if nothing is known of the column's type}
     *
     * @throws UnfillableException if the type cannot do what the profile says
     */
    Optional<Unit> unit(SeedColumn column) throws UnfillableException {
        ColumnVolume volume = task.profile().columnOf(task.table().name(), column.name());
        new UnfitVolume(types).check(column, volume);
        Restriction limit = limits.computeIfAbsent(column.name(), name -> new Restriction());
        types.demand(column, limit);
        if (volume.range().size() == 2) {
            limit.exactly(volume.range().get(0), volume.range().get(1));
        }
        String pattern = volume.pattern();
        if (pattern != null) {
            limit.matches(pattern);
        }
        if (!volume.values().isEmpty()) {
            limit.only(List.copyOf(volume.values().keySet()));
        }
        Optional<Unit> special = types.special(task, column, limit);
        if (special.isPresent()) {
            return special;
        }
        return types.values(column, limit)
                .map(values -> unit(column, fitted(values, column, limit, volume), limit, volume));
    }

    private ColumnValues fitted(ColumnValues values, SeedColumn column, Restriction limit, ColumnVolume volume) {
        ColumnValues result = values;
        List<Formula> hints = limit.hints().stream()
                .filter(hint -> types.fits(column, hint))
                .map(hint -> Formula.text(hint).typed(column.type().cast()))
                .toList();
        if (!hints.isEmpty()) {
            result = values.edged(hints);
        } else if (!task.way().edges() || limit.checked() || column.type().checksItself()) {
            result = values.withoutEdges();
        }
        if (column.type().identifies() && limit.allowed() == null) {
            result = identifiers(column).edged(hints);
        }
        DistinctCount said = volume.distinct();
        Long width = volume.width();
        if (width != null && limit.allowed() == null && limit.pattern() == null && !limit.exact()) {
            result =
                    types.weighing(column, limit, result, width, distinct(said)).orElse(result);
        }
        return said == null ? result : asDifferent(result, limit.exact(), (double) distinct(said));
    }

    private static ColumnValues asDifferent(ColumnValues values, boolean exact, double distinct) {
        ValueSpace wide = distinct > values.common().size() ? values.unique() : values.common();
        ValueSpace some =
                exact ? wide.thinned(distinct) : new ValueSpace(Math.min(distinct, wide.size()), wide.formula());
        return new ColumnValues(some, values.unique(), List.of(), values.skew());
    }

    private long distinct(@Nullable DistinctCount said) {
        long rows = task.update() ? task.profile().rowsOf(task.table().name()) : task.rows();
        return said == null ? Math.max(1, rows) : said.of(rows);
    }

    /** Identifiers of one table are not those of another, and none comes twice, whether a key demands that or not. */
    private ColumnValues identifiers(SeedColumn column) {
        Formula prefix = Formula.text(Long.toHexString(salt(column)) + ":");
        ValueSpace space =
                new ValueSpace(ValueSpace.ENDLESS, index -> types.identifier(Formula.join(prefix, index.digits())));
        return new ColumnValues(space, space, List.of(), 0);
    }

    private long salt(SeedColumn column) {
        return Draw.salt(task.profile().seed(), task.table().name().toString(), column.name());
    }

    private Unit unit(SeedColumn column, ColumnValues values, Restriction limit, ColumnVolume volume) {
        long salt = salt(column);
        SeedColumn.Sequence sequence = column.sequence();
        ValueSpace unique =
                sequence != null && !limit.checked() ? counted(sequence, values.unique(), column) : values.unique();
        double nulls =
                column.notNull() ? 0 : Optional.ofNullable(volume.nulls()).orElse(NULLS);
        // a part of a key that no other row has, whatever the key's other parts are
        boolean identifies = column.type().identifies() && limit.allowed() == null && volume.distinct() == null;
        boolean counts = sequence != null || identifies;
        Formula draw = draw(values, volume, salt, limit.hints().isEmpty() ? EDGES : 0.5);
        if (Shares.said(volume)) {
            Double skew = volume.skew();
            draw = Shares.of(task, volume, nulls, salt)
                    .draw(volume, values.common().size(), skew == null ? values.skew() : skew, draw);
        } else if (nulls > 0) {
            draw = Formula.either(Draw.chance(salt + 1, nulls), Formulas.NOTHING, draw);
        }
        BiFunction<Formula, Boolean, List<Formula>> formula = (index, counter) -> List.of(
                counter
                        ? guarded(index, unique.at(index), nulls > 0, List.of())
                        : guarded(index, values.common().at(index), nulls > 0, values.edges()));
        boolean open = counts && !limit.checked() && !column.type().small();
        Domain domain = open || Shares.said(volume) ? null : Domains.of(column, limit, unique);
        return new Unit(List.of(column.name()), unique.size(), nulls > 0, draw, formula, counts, domain);
    }

    private static Formula draw(ColumnValues values, ColumnVolume volume, long salt, double edgeShare) {
        Double skew = volume.skew();
        double exponent = skew == null ? values.skew() : skew;
        double size = values.common().size();
        Formula draw =
                exponent == 0 ? Draw.uniform(salt, size) : Draw.skewed(salt, Formula.number((long) size), exponent);
        return values.edges().isEmpty()
                ? draw
                : Formula.either(
                        Draw.chance(salt + 2, edgeShare),
                        Formula.number(-1)
                                .minus(Draw.uniform(salt + 3, values.edges().size())),
                        draw);
    }

    private static ValueSpace counted(SeedColumn.Sequence sequence, ValueSpace otherwise, SeedColumn column) {
        if (sequence.increment() < 1 || sequence.start() < 0 || !column.type().whole()) {
            return otherwise;
        }
        double room = (otherwise.size() - sequence.start()) / sequence.increment() + 1;
        Formula start = Formula.number(sequence.start());
        return new ValueSpace(
                room,
                index -> start.plus(index.times(sequence.increment()))
                        .typed(column.type().cast()));
    }

    private static Formula guarded(Formula index, Formula value, boolean nullable, List<Formula> edges) {
        if (!nullable && edges.isEmpty()) {
            return value;
        }
        List<When> whens = new ArrayList<>();
        if (nullable) {
            whens.add(new When(Formula.call(Formula.Function.IS_NULL, index), Formulas.NOTHING));
        }
        if (!edges.isEmpty()) {
            whens.add(new When(index.below(Formula.number(0)), new Chosen(index, edges, -1, -1)));
        }
        return new Terms.Choice(whens, value);
    }
}
