package dev.rehearsal.postgres.seed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values for numbers: ages, quantities, prices and plain numbers, within what the type and its CHECKs allow. */
final class NumberValues {
    private NumberValues() {}

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
        double least = Math.max(floor, limits.least(floor, BigDecimal.ONE));
        double most = Math.min(ceiling, limits.most(ceiling, BigDecimal.ONE));
        double[] usual = usual(column);
        String cast = type.sql();
        ValueSpace common = limits.exact()
                ? steps(least, most, least, most, cast, "")
                : steps(usual[0], usual[1], least, most, cast, "");
        ValueSpace unique = steps(1, most, least, most, cast, "");
        return new ColumnValues(common, unique, edges(type, usual.length == 2), usual[1] <= 100 ? 0.7 : 0);
    }

    static ColumnValues fraction(DataType type, String column, Restriction limits) {
        int scale = scale(type);
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        double bound = type.name().equals("numeric") && type.modifier() > 4
                ? Math.pow(10, precision(type)) - 1
                : type.name().equals("float4") ? 9_999_999 : 9e15;
        double least = Math.max(-bound, limits.least(-bound, step));
        double most = Math.min(bound, limits.most(bound, step));
        double[] usual = usual(column);
        double unit = Math.pow(10, scale);
        String cast = type.name().equals("money") ? "numeric::money" : type.sql();
        String factor = scale == 0 ? "" : "::numeric * " + step.toPlainString();
        ValueSpace common = limits.exact()
                ? steps(least, most, least, most, cast, factor)
                : steps(Math.max(1, usual[0] * unit), usual[1] * unit, least, most, cast, factor);
        ValueSpace unique = steps(1, most, least, most, cast, factor);
        return new ColumnValues(common, unique, edges(type, usual.length == 2), 0);
    }

    private static ValueSpace steps(double from, double to, double least, double most, String cast, String factor) {
        double low = Math.max(from, least);
        double high = Math.min(to, most);
        if (low > high) {
            low = most == Double.MAX_VALUE || least > -9e15 ? least : Math.max(least, most - 9999);
            high = Math.max(low, Math.min(most, low + Math.max(9999, to - from)));
        }
        String start = Long.toString((long) low);
        return new ValueSpace(high - low + 1, index -> "((" + start + " + " + index + ")" + factor + ")::" + cast);
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

    /** The usual range of what is called so; a third number marks a name that says nothing. */
    private static double[] usual(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        if (name.matches(".*(^|_)age$")) {
            return new double[] {18, 95};
        } else if (name.contains("year")) {
            return new double[] {1990, 2026};
        } else if (name.contains("month")) {
            return new double[] {1, 12};
        } else if (name.matches(".*(percent|pct|rate|discount|share).*")) {
            return new double[] {0, 100};
        } else if (name.matches(".*(qty|quantity|pieces|_no|line|position|level|priority|rating|score)$")) {
            return new double[] {1, 20};
        } else if (name.matches(".*(price|amount|total|cost|sum|balance|fee|cents|salary|weight|count|stock|size).*")) {
            return new double[] {0, 9999};
        }
        return new double[] {0, 9999, 0};
    }

    private static List<String> edges(DataType type, boolean meaningful) {
        List<String> values = new ArrayList<>(List.of("0"));
        if (!meaningful) {
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
        String cast = type.name().equals("money") ? "numeric::money" : type.sql();
        return values.stream().map(value -> "'" + value + "'::" + cast).toList();
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
