package dev.rehearsal.postgres.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
            String cast = "::" + type.base().sql();
            return Optional.of(ColumnValues.few(
                    allowed.stream().map(value -> SeedSql.literal(value) + cast).toList(), 0.9));
        }
        DataType inner = type.inner();
        return switch (type.kind()) {
            case DOMAIN -> inner == null ? Optional.empty() : of(inner, column, CheckReader.domain(type, limits));
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
            case "int2", "int4", "int8", "oid" -> Optional.of(NumberValues.whole(type, column, limits));
            case "numeric", "float4", "float8", "money" -> Optional.of(NumberValues.fraction(type, column, limits));
            case "date", "time", "timetz", "timestamp", "timestamptz", "interval" ->
                Optional.of(TimeValues.of(type, column, limits));
            case "text", "varchar", "bpchar", "name", "citext" -> Optional.of(TextValues.of(type, column, limits));
            default -> ScalarValues.of(type);
        };
    }

    private static Restriction nested(DataType type) {
        return CheckReader.domain(type, new Restriction());
    }

    private static ColumnValues labels(DataType type) {
        return ColumnValues.few(
                type.labels().stream()
                        .map(label -> SeedSql.literal(label) + "::" + type.sql())
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
        UnaryOperator<String> row = i -> row(fields, ColumnValues::common, i) + "::" + type.sql();
        UnaryOperator<String> unique = i -> row(fields, ColumnValues::unique, i) + "::" + type.sql();
        String empty = "ROW(" + "NULL,".repeat(Math.max(0, fields.size() - 1)) + "NULL)::" + type.sql();
        boolean open = type.fields().stream().allMatch(field -> field.kind() != DataType.Kind.DOMAIN);
        return Optional.of(new ColumnValues(
                new ValueSpace(Math.min(most, 50_000), row),
                new ValueSpace(most, unique),
                open && !fields.isEmpty() ? List.of(empty) : List.of(),
                0.3));
    }

    private static String row(
            List<ColumnValues> fields, java.util.function.Function<ColumnValues, ValueSpace> which, String index) {
        return fields.stream()
                .map(field -> which.apply(field).around(index))
                .collect(Collectors.joining(", ", "ROW(", ")"));
    }

    private static ColumnValues range(DataType type, DataType subtype, ColumnValues element) {
        ValueSpace bound = element.unique();
        boolean ordered = subtype.base().name().matches("int.|numeric|float.|date|timestamp|timestamptz");
        UnaryOperator<String> formula = ordered
                ? i -> type.sql() + "(" + bound.around("2 * " + i) + ", " + bound.around("2 * " + i + " + 1") + ")"
                : i -> type.sql() + "(" + bound.around(i) + ", " + bound.around(i) + ", '[]')";
        UnaryOperator<String> wide = ordered
                ? i -> type.sql() + "(" + bound.around(i) + ", " + bound.around(i + " + 1 + " + i + " % 30") + ")"
                : formula;
        double size = Math.floor((bound.size() - 1) / 2);
        List<String> edges =
                List.of("'empty'::" + type.sql(), "'(,)'::" + type.sql(), type.sql() + "(NULL, " + bound.at("0") + ")");
        return new ColumnValues(
                new ValueSpace(Math.min(size - 20, 50_000), wide), new ValueSpace(size, formula), edges, 0.3);
    }

    private static ColumnValues multirange(DataType type, ColumnValues range) {
        ValueSpace one = range.unique();
        String cast = "::" + type.sql();
        ValueSpace two = new ValueSpace(
                Math.min(one.size() / 2, 50_000),
                i -> type.sql() + "(" + one.at("(2 * " + i + ")") + ", " + one.at("(2 * " + i + " + 1)") + ")");
        ValueSpace unique = one.map(value -> type.sql() + "(" + value + ")");
        return new ColumnValues(two, unique, List.of("'{}'" + cast, "'{(,)}'" + cast), 0.3);
    }
}
