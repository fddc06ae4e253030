package dev.rehearsal.volume;

import org.jspecify.annotations.Nullable;

/**
 * How many rows: a number, or a number for each row of another table.
 *
 * @param number how many
 * @param per the other table, as written; null for a plain number
 */
public record RowCount(double number, @Nullable String per) {
    public RowCount {
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("A row count is a number from 0: " + number);
        }
    }

    @Override
    public String toString() {
        String digits = number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        return per == null ? digits : digits + " per " + per;
    }
}
