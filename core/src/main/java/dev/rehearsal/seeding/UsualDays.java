package dev.rehearsal.seeding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The days of a column: around the years before 2026, births earlier, within what CHECKs and partitions allow.
 *
 * @param first the first
 * @param last the last
 */
public record UsualDays(LocalDate first, LocalDate last) {
    /** {@return those of a column} */
    public static UsualDays of(String column, Restriction limits) {
        boolean birth = column.toLowerCase(Locale.ROOT).matches(".*(birth|dob|born).*");
        LocalDate from = birth ? LocalDate.of(1945, 1, 1) : LocalDate.of(2019, 1, 1);
        LocalDate to = birth ? LocalDate.of(2007, 12, 31) : LocalDate.of(2025, 12, 31);
        LocalDate lower = date(limits.lower());
        LocalDate upper = date(limits.upper());
        if (limits.exact() && lower != null && upper != null) {
            return new UsualDays(lower, upper);
        }
        if (lower != null && lower.isAfter(from)) {
            from = lower.plusDays(1);
        }
        if (upper != null && !upper.isAfter(to)) {
            to = upper.minusDays(1);
        }
        if (from.isAfter(to)) {
            return lower != null && upper == null
                    ? new UsualDays(from, from.plusYears(2))
                    : new UsualDays(lower == null ? to.minusYears(2) : lower, to.isBefore(from) ? from : to);
        }
        return new UsualDays(from, to);
    }

    /** {@return how many days lie between the first and the last} */
    public long between() {
        return ChronoUnit.DAYS.between(first, last);
    }

    /** {@return whether a column is called as what holds real moments, and no extreme ones} */
    public static boolean isOrdinary(String column) {
        return column.toLowerCase(Locale.ROOT).matches(".*(_at|_on|date|time|birth|dob)$");
    }

    /** {@return the day that a text begins with; null if it does not} */
    public static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
