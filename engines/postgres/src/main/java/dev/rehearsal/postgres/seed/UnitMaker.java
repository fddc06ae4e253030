package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.seed.Unit.Domain;
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
    private final Map<String, Restriction> limits;

    UnitMaker(Task task, Map<String, Restriction> limits) {
        this.task = task;
        this.limits = new HashMap<>(limits);
    }

    /**
     * {@return the unit; empty if nothing is known of the column's type}
     *
     * @throws UnfillableException if the type cannot do what the profile says
     */
    Optional<Unit> unit(SeedColumn column) throws UnfillableException {
        ColumnVolume volume = task.profile().columnOf(task.table().name(), column.name());
        UnfitVolume.check(column, volume);
        Restriction limit =
                CheckReader.domain(column.type(), limits.computeIfAbsent(column.name(), name -> new Restriction()));
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
        Optional<Unit> objects = LargeObjectUnits.of(task, column, limit);
        if (objects.isPresent()) {
            return objects;
        }
        return TypeValues.of(column.type(), column.name(), limit)
                .map(values -> unit(column, fitted(values, column, limit, volume), limit, volume));
    }

    private ColumnValues fitted(ColumnValues values, SeedColumn column, Restriction limit, ColumnVolume volume) {
        ColumnValues result = values;
        List<String> hints = limit.hints().stream()
                .filter(hint -> column.type().base().kind() != DataType.Kind.ARRAY || ArrayText.is(hint))
                .toList();
        if (!hints.isEmpty()) {
            String cast = "::" + column.type().base().sql();
            result = values.edged(
                    hints.stream().map(hint -> SeedSql.literal(hint) + cast).toArray(String[]::new));
        } else if (!task.way().edges() || limit.checked() || column.type().kind() == DataType.Kind.DOMAIN) {
            result = values.withoutEdges();
        }
        if (column.type().base().name().equals("uuid") && limit.allowed() == null) {
            result = uuids(column)
                    .edged(hints.isEmpty() ? new String[0] : result.edges().toArray(String[]::new));
        }
        DistinctCount said = volume.distinct();
        Long width = volume.width();
        if (width != null && limit.allowed() == null && limit.pattern() == null && !limit.exact()) {
            result = Widths.of(column.type(), column.name(), limit, result, new Widths.Wish(width, distinct(said)))
                    .orElse(result);
        }
        if (said != null) {
            double distinct = distinct(said);
            ValueSpace wide = distinct > result.common().size() ? result.unique() : result.common();
            ValueSpace exact = limit.exact()
                    ? wide.thinned(distinct)
                    : new ValueSpace(Math.min(distinct, wide.size()), wide.formula());
            result = new ColumnValues(exact, result.unique(), List.of(), result.skew());
        }
        return result;
    }

    private long distinct(@Nullable DistinctCount said) {
        long rows = task.update() ? task.profile().rowsOf(task.table().name()) : task.rows();
        return said == null ? Math.max(1, rows) : said.of(rows);
    }

    /** Identifiers of one table are not those of another, and none comes twice, whether a key demands that or not. */
    private ColumnValues uuids(SeedColumn column) {
        long salt = Draw.salt(task.profile().seed(), task.table().name().toString(), column.name());
        String prefix = SeedSql.literal(Long.toHexString(salt) + ":");
        ValueSpace space = new ValueSpace(ValueSpace.ENDLESS, index -> "md5(" + prefix + " || " + index + ")::uuid");
        return new ColumnValues(space, space, List.of(), 0);
    }

    private Unit unit(SeedColumn column, ColumnValues values, Restriction limit, ColumnVolume volume) {
        long salt = Draw.salt(task.profile().seed(), task.table().name().toString(), column.name());
        SeedColumn.Sequence sequence = column.sequence();
        ValueSpace unique =
                sequence != null && !limit.checked() ? counted(sequence, values.unique(), column) : values.unique();
        double nulls =
                column.notNull() ? 0 : Optional.ofNullable(volume.nulls()).orElse(NULLS);
        boolean uuid =
                column.type().base().name().equals("uuid") && limit.allowed() == null && volume.distinct() == null;
        boolean counts =
                sequence != null || uuid; // a part of a key that no other row has, whatever the key's other parts are
        String draw = draw(values, volume, salt, limit.hints().isEmpty() ? EDGES : 0.5);
        if (Shares.said(volume)) {
            Double skew = volume.skew();
            draw = Shares.of(task, volume, nulls, salt)
                    .draw(volume, values.common().size(), skew == null ? values.skew() : skew, draw);
        } else if (nulls > 0) {
            draw = "CASE WHEN " + Draw.chance(salt + 1, nulls) + " THEN NULL ELSE " + draw + " END";
        }
        BiFunction<String, Boolean, List<String>> formula = (index, counter) -> List.of(
                counter
                        ? guarded(index, unique.at(index), nulls > 0, List.of())
                        : guarded(index, values.common().at(index), nulls > 0, values.edges()));
        Domain domain = (counts && !limit.checked()) || Shares.said(volume) ? null : Domains.of(column, limit, unique);
        return new Unit(List.of(column.name()), unique.size(), nulls > 0, draw, formula, counts, domain);
    }

    private static String draw(ColumnValues values, ColumnVolume volume, long salt, double edgeShare) {
        Double skew = volume.skew();
        double exponent = skew == null ? values.skew() : skew;
        double size = values.common().size();
        String draw =
                exponent == 0 ? Draw.uniform(salt, size) : Draw.skewed(salt, Long.toString((long) size), exponent);
        return values.edges().isEmpty()
                ? draw
                : "CASE WHEN " + Draw.chance(salt + 2, edgeShare) + " THEN -1 - "
                        + Draw.uniform(salt + 3, values.edges().size()) + " ELSE " + draw + " END";
    }

    private static ValueSpace counted(SeedColumn.Sequence sequence, ValueSpace otherwise, SeedColumn column) {
        if (sequence.increment() < 1
                || sequence.start() < 0
                || !column.type().base().name().matches("int[248]")) {
            return otherwise;
        }
        double room = (otherwise.size() - sequence.start()) / sequence.increment() + 1;
        String cast = column.type().base().sql();
        return new ValueSpace(
                room, index -> "(" + sequence.start() + " + " + index + " * " + sequence.increment() + ")::" + cast);
    }

    private static String guarded(String index, String value, boolean nullable, List<String> edges) {
        if (!nullable && edges.isEmpty()) {
            return value;
        }
        List<String> cases = new ArrayList<>();
        if (nullable) {
            cases.add(" WHEN " + index + " IS NULL THEN NULL");
        }
        if (!edges.isEmpty()) {
            StringBuilder edge = new StringBuilder(" WHEN " + index + " < 0 THEN CASE " + index);
            for (int i = 0; i < edges.size(); i++) {
                edge.append(" WHEN ").append(-1 - i).append(" THEN ").append(edges.get(i));
            }
            cases.add(edge + " END");
        }
        return "CASE" + String.join("", cases) + " ELSE " + value + " END";
    }
}
