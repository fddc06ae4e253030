package dev.rehearsal.mariadb.seed;

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

/** Values for dates and moments. A TIMESTAMP ends in 2038. */
final class Moments {
    private static final double UNTIL_2038 = 5.5e8;

    private Moments() {}

    static ColumnValues of(MariaDbType type, String column, Restriction limits, boolean zeroDates) {
        ColumnValues values = type.name().equals("date") ? days(column, limits) : moments(type, column, limits);
        return values.edged(edges(type, column, zeroDates));
    }

    private static ColumnValues days(String column, Restriction limits) {
        UsualDays usual = UsualDays.of(column, limits);
        double days = usual.between() + 1.0;
        UnaryOperator<Formula> day = index -> Formula.own("(DATE '" + usual.first() + "' + INTERVAL ", index, " DAY)");
        double most = limits.upper() == null ? 2_000_000 : days;
        return new ColumnValues(new ValueSpace(days, day), new ValueSpace(most, day), List.of(), 0);
    }

    private static ColumnValues moments(MariaDbType type, String column, Restriction limits) {
        LocalDateTime least = limits.exact() ? VolumeInstant.of(limits.lower()).orElse(null) : null;
        LocalDateTime most = limits.exact() ? VolumeInstant.of(limits.upper()).orElse(null) : null;
        if (least != null && most != null) {
            double size = ChronoUnit.SECONDS.between(least, most) + 1.0;
            ValueSpace space = new ValueSpace(size, moment(VolumeInstant.sql(least)));
            return new ColumnValues(space, space, List.of(), 0);
        }
        UsualDays usual = UsualDays.of(column, limits);
        double seconds = (usual.between() + (limits.upper() == null ? 1 : 0)) * 86400d;
        double room = type.name().equals("timestamp") ? UNTIL_2038 : 6e10;
        UnaryOperator<Formula> moment = moment(usual.first() + " 00:00:01");
        return new ColumnValues(
                new ValueSpace(Math.max(1, seconds - 1), moment),
                new ValueSpace(limits.upper() == null ? room : seconds, moment),
                List.of(),
                0);
    }

    private static UnaryOperator<Formula> moment(String first) {
        return index -> Formula.own("(TIMESTAMP '" + first + "' + INTERVAL ", index, " SECOND)");
    }

    private static List<Formula> edges(MariaDbType type, String column, boolean zeroDates) {
        List<String> values = new ArrayList<>(List.of("2024-02-29", "2000-02-29"));
        if (type.name().equals("timestamp")) {
            values.addAll(List.of("1970-01-01 00:00:01", "2038-01-19 03:14:07"));
        } else {
            values.addAll(List.of("1970-01-01", "1900-01-01"));
            if (!UsualDays.isOrdinary(column)) {
                values.addAll(List.of("9999-12-31", "1000-01-01"));
                values.addAll(zeroDates ? List.of("0000-00-00") : List.of());
            }
        }
        return values.stream().map(Formula::text).toList();
    }
}
