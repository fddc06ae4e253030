package dev.rehearsal.seeding;

import java.util.Locale;

/**
 * The usual range of a number by what its column is called.
 *
 * @param least the smallest
 * @param most the greatest
 * @param meaningful whether the name says anything
 */
public record NumberRange(double least, double most, boolean meaningful) {
    /** {@return that of a column} */
    public static NumberRange of(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        if (name.matches(".*(^|_)age$")) {
            return new NumberRange(18, 95, true);
        } else if (name.contains("year")) {
            return new NumberRange(1990, 2026, true);
        } else if (name.contains("month")) {
            return new NumberRange(1, 12, true);
        } else if (name.matches(".*(percent|pct|rate|discount|share).*")) {
            return new NumberRange(0, 100, true);
        } else if (name.matches(".*(qty|quantity|pieces|_no|line|position|level|priority|rating|score)$")) {
            return new NumberRange(1, 20, true);
        } else if (name.matches(".*(price|amount|total|cost|sum|balance|fee|cents|salary|weight|count|stock|size).*")) {
            return new NumberRange(0, 9999, true);
        }
        return new NumberRange(0, 9999, false);
    }
}
