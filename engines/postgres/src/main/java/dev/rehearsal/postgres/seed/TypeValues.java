package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.ValueSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The values of any type: built from the values of what it is made of. */
final class TypeValues {
    private TypeValues() {}

    /**
     * {@return what a column of the type is filled with; empty if nothing is known of the type}
     *
     * @param type its type
     * @param column its name, which decides what texts and numbers look like
     * @param limits what CHECKs demand
     */
    static Optional<ColumnValues> of(DataType type, String column, Restriction limits) {
        List<String> allowed = limits.allowed();
        if (allowed != null && !allowed.isEmpty() && fits(type, allowed)) {
            String cast = type.base().sql();
            return Optional.of(ColumnValues.few(
                    allowed.stream()
                            .map(value -> Formula.text(value).typed(cast))
                            .toList(),
                    0.9));
        }
        DataType inner = type.inner();
        return switch (type.kind()) {
            case DOMAIN -> inner == null ? Optional.empty() : of(inner, column, Checks.domain(type, limits));
            case ENUM -> type.labels().isEmpty() ? Optional.empty() : Optional.of(labels(type));
            case ARRAY -> inner == null ? Optional.empty() : ArrayValues.of(type, inner, column, limits);
            case COMPOSITE -> composite(type, column);
            case RANGE ->
                inner == null ? Optional.empty() : of(inner, "", nested(inner)).map(e -> range(type, inner, e));
            case MULTIRANGE ->
                inner == null ? Optional.empty() : of(inner, "", nested(inner)).map(e -> multirange(type, e));
            case BASE -> base(type, column, limits);
        };
    }

    private static Optional<ColumnValues> base(DataType type, String column, Restriction limits) {
        return switch (type.name()) {
            case "int2", "int4", "int8", "oid" -> Optional.of(Numbers.whole(type, column, limits));
            case "numeric", "float4", "float8", "money" -> Optional.of(Numbers.fraction(type, column, limits));
            case "date", "time", "timetz", "timestamp", "timestamptz", "interval" ->
                Optional.of(TimeValues.of(type, column, limits));
            case "text", "varchar", "bpchar", "name", "citext" -> Optional.of(Texts.of(type, column, limits));
            default -> ScalarValues.of(type);
        };
    }

    private static Restriction nested(DataType type) {
        return Checks.domain(type, new Restriction());
    }

    private static ColumnValues labels(DataType type) {
        return ColumnValues.few(
                type.labels().stream()
                        .map(label -> Formula.text(label).typed(type.sql()))
                        .toList(),
                0.9);
    }

    /** A constant that an array's element is compared with is no array. */
    private static boolean fits(DataType type, List<String> constants) {
        return type.base().kind() != DataType.Kind.ARRAY || constants.stream().allMatch(ArrayText::is);
    }

    private static Optional<ColumnValues> composite(DataType type, String column) {
        List<ColumnValues> fields = new ArrayList<>();
        for (DataType field : type.fields()) {
            Optional<ColumnValues> values = of(field, column, nested(field));
            if (values.isEmpty()) {
                return Optional.empty();
            }
            fields.add(values.get());
        }
        double most = fields.stream().mapToDouble(f -> f.unique().size()).max().orElse(1);
        UnaryOperator<Formula> row = i -> row(type, fields, ColumnValues::common, i);
        UnaryOperator<Formula> unique = i -> row(type, fields, ColumnValues::unique, i);
        String empty = "ROW(" + "NULL,".repeat(Math.max(0, fields.size() - 1)) + "NULL)::" + type.sql();
        boolean open = type.fields().stream().allMatch(field -> field.kind() != DataType.Kind.DOMAIN);
        return Optional.of(new ColumnValues(
                new ValueSpace(Math.min(most, 50_000), row),
                new ValueSpace(most, unique),
                open && !fields.isEmpty() ? SeedSql.constants(empty) : List.of(),
                0.3));
    }

    private static Formula row(
            DataType type, List<ColumnValues> fields, Function<ColumnValues, ValueSpace> which, Formula index) {
        List<Object> row = new ArrayList<>();
        for (ColumnValues field : fields) {
            row.add(row.isEmpty() ? "ROW(" : ", ");
            row.add(which.apply(field).around(index));
        }
        row.add((row.isEmpty() ? "ROW(" : "") + ")::" + type.sql());
        return Formula.own(row.toArray());
    }

    private static ColumnValues range(DataType type, DataType subtype, ColumnValues element) {
        ValueSpace bound = element.unique();
        String name = type.sql();
        boolean ordered = subtype.base().name().matches("int.|numeric|float.|date|timestamp|timestamptz");
        UnaryOperator<Formula> formula = ordered
                ? i -> Formula.own(
                        name + "(",
                        bound.around(i.times(2)),
                        ", ",
                        bound.around(i.times(2).plus(1)),
                        ")")
                : i -> Formula.own(name + "(", bound.around(i), ", ", bound.around(i), ", '[]')");
        UnaryOperator<Formula> wide = ordered
                ? i -> Formula.own(
                        name + "(",
                        bound.around(i),
                        ", ",
                        bound.around(i.plus(1).plus(i.modulo(30))),
                        ")")
                : formula;
        double size = Math.floor((bound.size() - 1) / 2);
        List<Formula> edges = List.of(
                Formula.own("'empty'::" + name),
                Formula.own("'(,)'::" + name),
                Formula.own(name + "(NULL, ", bound.at(Formula.number(0)), ")"));
        return new ColumnValues(
                new ValueSpace(Math.min(size - 20, 50_000), wide), new ValueSpace(size, formula), edges, 0.3);
    }

    private static ColumnValues multirange(DataType type, ColumnValues range) {
        ValueSpace one = range.unique();
        String cast = "::" + type.sql();
        ValueSpace two = new ValueSpace(
                Math.min(one.size() / 2, 50_000),
                i -> Formula.own(
                        type.sql() + "(",
                        one.at(i.times(2)),
                        ", ",
                        one.at(i.times(2).plus(1)),
                        ")"));
        ValueSpace unique = one.map(value -> Formula.own(type.sql() + "(", value, ")"));
        return new ColumnValues(two, unique, SeedSql.constants("'{}'" + cast, "'{(,)}'" + cast), 0.3);
    }
}
