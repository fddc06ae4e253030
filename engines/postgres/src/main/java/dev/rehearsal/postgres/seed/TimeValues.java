package dev.rehearsal.postgres.seed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        LocalDate[] usual = usual(column, limits);
        long days = ChronoUnit.DAYS.between(usual[0], usual[1]) + 1;
        String first = "'" + usual[0] + "'::date";
        ValueSpace common = new ValueSpace((double) days, index -> "(" + first + " + (" + index + ")::int)");
        double most = limits.upper() == null ? 2_000_000 : (double) days;
        ValueSpace unique = new ValueSpace(most, index -> "(" + first + " + (" + index + ")::int)");
        return new ColumnValues(common, unique, edges(type, column), 0);
    }

    private static ColumnValues moments(DataType type, String column, Restriction limits) {
        LocalDateTime least = limits.exact() ? VolumeInstant.of(limits.lower()).orElse(null) : null;
        LocalDateTime most = limits.exact() ? VolumeInstant.of(limits.upper()).orElse(null) : null;
        if (least != null && most != null) {
            return between(type, least, most);
        }
        LocalDate[] usual = usual(column, limits);
        double seconds = (ChronoUnit.DAYS.between(usual[0], usual[1]) + (limits.upper() == null ? 1 : 0)) * 86400d;
        String zone = type.name().equals("timestamptz") ? "+00" : "";
        String first = "'" + usual[0] + " 00:00:00" + zone + "'::" + type.name();
        String cast = type.modifier() >= 0 ? "::" + type.sql() : "";
        ValueSpace common = new ValueSpace(
                Math.max(1, seconds), index -> "(" + first + " + " + index + " * '1 second'::interval)" + cast);
        double room = limits.upper() == null ? 6e10 : seconds;
        ValueSpace unique =
                new ValueSpace(room, index -> "(" + first + " + " + index + " * '1 second'::interval)" + cast);
        return new ColumnValues(common, unique, edges(type, column), 0);
    }

    private static ColumnValues between(DataType type, LocalDateTime least, LocalDateTime most) {
        String zone = type.name().equals("timestamptz") ? "+00" : "";
        String first = "'" + VolumeInstant.sql(least) + zone + "'::" + type.name();
        String cast = type.modifier() >= 0 ? "::" + type.sql() : "";
        ValueSpace seconds = new ValueSpace(
                (double) ChronoUnit.SECONDS.between(least, most) + 1,
                index -> "(" + first + " + " + index + " * '1 second'::interval)" + cast);
        return new ColumnValues(seconds, seconds, List.of(), 0);
    }

    private static ColumnValues clock(DataType type) {
        String zone = type.name().equals("timetz") ? "'00:00+00'::timetz" : "'00:00'::time";
        ValueSpace common =
                new ValueSpace(1440, index -> "(" + zone + " + " + index + " * '1 minute'::interval)::" + type.sql());
        ValueSpace unique = new ValueSpace(
                type.modifier() == 0 ? 86400 : 8.64e8,
                index -> "(" + zone + " + " + index + " * '"
                        + (type.modifier() == 0
                                ? "1 second"
                                : type.modifier() > 0 && type.modifier() < 4 ? "0.1 second" : "0.0001 second")
                        + "'::interval)::" + type.sql());
        String high = type.name().equals("timetz") ? "'24:00:00+14'::timetz" : "'24:00:00'::time";
        return new ColumnValues(common, unique, List.of("'00:00'::" + type.sql(), high), 0);
    }

    private static ColumnValues spans(DataType type) {
        ValueSpace common = new ValueSpace(10_000, index -> "(" + index + " * '1 minute'::interval)");
        ValueSpace unique = new ValueSpace(1e9, index -> "(" + index + " * '1 minute'::interval)");
        List<String> edges = type.modifier() >= 0
                ? List.of()
                : List.of("'0'::interval", "'-1 day'::interval", "'1 mon 30 days'::interval", "'1000 years'::interval");
        return new ColumnValues(common, unique, edges, 0.3).map(value -> value + "::" + type.sql());
    }

    private static LocalDate[] usual(String column, Restriction limits) {
        boolean birth = column.toLowerCase(Locale.ROOT).matches(".*(birth|dob|born).*");
        LocalDate from = birth ? LocalDate.of(1945, 1, 1) : LocalDate.of(2019, 1, 1);
        LocalDate to = birth ? LocalDate.of(2007, 12, 31) : LocalDate.of(2025, 12, 31);
        LocalDate lower = date(limits.lower());
        LocalDate upper = date(limits.upper());
        if (limits.exact() && lower != null && upper != null) {
            return new LocalDate[] {lower, upper};
        }
        if (lower != null && lower.isAfter(from)) {
            from = lower.plusDays(1);
        }
        if (upper != null && !upper.isAfter(to)) {
            to = upper.minusDays(1);
        }
        if (from.isAfter(to)) {
            return lower != null && upper == null
                    ? new LocalDate[] {from, from.plusYears(2)}
                    : new LocalDate[] {lower == null ? to.minusYears(2) : lower, to.isBefore(from) ? from : to};
        }
        return new LocalDate[] {from, to};
    }

    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static List<String> edges(DataType type, String column) {
        List<String> values = new ArrayList<>(List.of("2024-02-29", "2000-02-29", "1970-01-01", "1900-01-01"));
        if (!column.toLowerCase(Locale.ROOT).matches(".*(_at|_on|date|time|birth|dob)$")) {
            values.addAll(List.of("9999-12-31", "0001-01-01 BC", "infinity", "-infinity"));
        }
        return values.stream()
                .map(value -> "'" + value + "'::" + (type.modifier() >= 0 ? type.sql() : type.name()))
                .toList();
    }
}
