package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.NumberRange;
import dev.rehearsal.seeding.NumberValues;
import dev.rehearsal.seeding.Restriction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values for PostgreSQL's numbers. */
final class Numbers {
    private Numbers() {}

    static ColumnValues whole(DataType type, String column, Restriction limits) {
        double floor = switch (type.name()) {
            case "int2" -> -32768;
            case "int4" -> -2147483648d;
            case "oid" -> 0;
            default -> -9e15;
        };
        double ceiling = switch (type.name()) {
            case "int2" -> 32767;
            case "int4" -> 2147483647;
            case "oid" -> 4294967295d;
            default -> 9e15;
        };
        return NumberValues.whole(column, floor, ceiling, limits, value -> value.typed(type.sql()))
                .edged(edges(type, column));
    }

    static ColumnValues fraction(DataType type, String column, Restriction limits) {
        int scale = scale(type);
        double bound = type.name().equals("numeric") && type.modifier() > 4
                ? Math.pow(10, precision(type)) - 1
                : type.name().equals("float4") ? 9_999_999 : 9e15;
        String step = BigDecimal.ONE.movePointLeft(scale).toPlainString();
        return NumberValues.fraction(
                        column,
                        bound,
                        scale,
                        limits,
                        value ->
                                Formula.own("(", value, (scale == 0 ? "" : "::numeric * " + step) + ")::" + cast(type)))
                .edged(edges(type, column));
    }

    private static String cast(DataType type) {
        return type.name().equals("money") ? "numeric::money" : type.sql();
    }

    private static int precision(DataType type) {
        return type.modifier() < 4 ? 30 : ((type.modifier() - 4) >> 16) & 0xffff;
    }

    private static int scale(DataType type) {
        if (!type.name().equals("numeric") || type.modifier() < 4) {
            return 2;
        }
        int scale = (type.modifier() - 4) & 0x7ff;
        return (scale ^ 1024) - 1024;
    }

    private static List<Formula> edges(DataType type, String column) {
        List<String> values = new ArrayList<>(List.of("0"));
        if (!NumberRange.of(column).meaningful()) {
            values.add("-1");
            values.addAll(
                    switch (type.name()) {
                        case "int2" -> List.of("-32768", "32767");
                        case "int4" -> List.of("-2147483648", "2147483647");
                        case "int8" -> List.of("-9223372036854775808", "9223372036854775807");
                        case "float4" -> List.of("NaN", "Infinity", "-Infinity", "-0", "3.4028235e38");
                        case "float8" -> List.of("NaN", "Infinity", "-Infinity", "-0", "1.7976931348623157e308");
                        case "money" -> List.of("92233720368547758.07", "-92233720368547758.08");
                        case "numeric" -> numericEdges(type);
                        case "oid" -> List.of("4294967295");
                        default -> List.of();
                    });
            values.removeIf(value -> type.name().equals("oid") && value.startsWith("-"));
        }
        return values.stream()
                .map(value -> Formula.own("'" + value + "'::" + cast(type)))
                .toList();
    }

    private static List<String> numericEdges(DataType type) {
        if (type.modifier() < 4) {
            return List.of("NaN", "1e30", "0.000000000000000000001", "1.10");
        }
        BigDecimal most =
                BigDecimal.TEN.pow(precision(type)).subtract(BigDecimal.ONE).movePointLeft(scale(type));
        int digits = precision(type) - scale(type);
        return digits < 1
                ? List.of("NaN")
                : List.of("NaN", most.toPlainString(), most.negate().toPlainString());
    }
}
