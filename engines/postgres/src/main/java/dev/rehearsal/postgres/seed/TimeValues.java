package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.UsualDays;
import dev.rehearsal.seeding.ValueSpace;
import dev.rehearsal.seeding.VolumeInstant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values for dates and times: around the years before 2026, births earlier, within what CHECKs and partitions allow. */
final class TimeValues {
    private TimeValues() {}

    static ColumnValues of(DataType type, String column, Restriction limits) {
        return switch (type.name()) {
            case "date" -> days(type, column, limits);
            case "timestamp", "timestamptz" -> moments(type, column, limits);
            case "interval" -> spans(type);
            default -> clock(type);
        };
    }

    private static ColumnValues days(DataType type, String column, Restriction limits) {
        UsualDays usual = UsualDays.of(column, limits);
        double days = usual.between() + 1.0;
        UnaryOperator<Formula> day = index -> Formula.own("('" + usual.first() + "'::date + (", index, ")::int)");
        double most = limits.upper() == null ? 2_000_000 : days;
        return new ColumnValues(new ValueSpace(days, day), new ValueSpace(most, day), edges(type, column), 0);
    }

    private static ColumnValues moments(DataType type, String column, Restriction limits) {
        LocalDateTime least = limits.exact() ? VolumeInstant.of(limits.lower()).orElse(null) : null;
        LocalDateTime most = limits.exact() ? VolumeInstant.of(limits.upper()).orElse(null) : null;
        if (least != null && most != null) {
            ValueSpace seconds = new ValueSpace(
                    (double) ChronoUnit.SECONDS.between(least, most) + 1, moment(type, VolumeInstant.sql(least)));
            return new ColumnValues(seconds, seconds, List.of(), 0);
        }
        UsualDays usual = UsualDays.of(column, limits);
        double seconds = (usual.between() + (limits.upper() == null ? 1 : 0)) * 86400d;
        UnaryOperator<Formula> moment = moment(type, usual.first() + " 00:00:00");
        ValueSpace common = new ValueSpace(Math.max(1, seconds), moment);
        ValueSpace unique = new ValueSpace(limits.upper() == null ? 6e10 : seconds, moment);
        return new ColumnValues(common, unique, edges(type, column), 0);
    }

    private static UnaryOperator<Formula> moment(DataType type, String first) {
        String zone = type.name().equals("timestamptz") ? "+00" : "";
        String cast = type.modifier() >= 0 ? "::" + type.sql() : "";
        return index -> Formula.own(
                "('" + first + zone + "'::" + type.name() + " + ", index, " * '1 second'::interval)" + cast);
    }

    private static ColumnValues clock(DataType type) {
        String zone = type.name().equals("timetz") ? "'00:00+00'::timetz" : "'00:00'::time";
        String step = type.modifier() == 0
                ? "1 second"
                : type.modifier() > 0 && type.modifier() < 4 ? "0.1 second" : "0.0001 second";
        String cast = "'::interval)::" + type.sql();
        ValueSpace common =
                new ValueSpace(1440, index -> Formula.own("(" + zone + " + ", index, " * '1 minute" + cast));
        ValueSpace unique = new ValueSpace(
                type.modifier() == 0 ? 86400 : 8.64e8,
                index -> Formula.own("(" + zone + " + ", index, " * '" + step + cast));
        String high = type.name().equals("timetz") ? "'24:00:00+14'::timetz" : "'24:00:00'::time";
        return new ColumnValues(common, unique, SeedSql.constants("'00:00'::" + type.sql(), high), 0);
    }

    private static ColumnValues spans(DataType type) {
        UnaryOperator<Formula> span = index -> Formula.own("(", index, " * '1 minute'::interval)");
        List<Formula> edges = type.modifier() >= 0
                ? List.of()
                : SeedSql.constants(
                        "'0'::interval", "'-1 day'::interval", "'1 mon 30 days'::interval", "'1000 years'::interval");
        return new ColumnValues(new ValueSpace(10_000, span), new ValueSpace(1e9, span), edges, 0.3)
                .map(value -> value.typed(type.sql()));
    }

    private static List<Formula> edges(DataType type, String column) {
        List<String> values = new ArrayList<>(List.of("2024-02-29", "2000-02-29", "1970-01-01", "1900-01-01"));
        if (!UsualDays.isOrdinary(column)) {
            values.addAll(List.of("9999-12-31", "0001-01-01 BC", "infinity", "-infinity"));
        }
        return values.stream()
                .map(value -> Formula.own("'" + value + "'::" + (type.modifier() >= 0 ? type.sql() : type.name())))
                .toList();
    }
}
