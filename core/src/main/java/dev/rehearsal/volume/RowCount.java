package dev.rehearsal.volume;

import org.jspecify.annotations.Nullable;

/**
 * How many rows: a number, a number for each row of another table, or a table's own and no others.
 *
 * @param number how many; 0 for a table's own
 * @param per the other table, as written; null for a plain number
 * @param own whether a table keeps the rows that migrations and scripts have given it, and gets no others
 */
public record RowCount(double number, @Nullable String per, boolean own) {
    /** The rows that migrations and scripts have made, and no others. */
    public static final RowCount OWN = new RowCount(0, null, true);

    public RowCount {
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("A row count is a number from 0: " + number);
        }
    }

    /**
     * A number of rows.
     *
     * @param number how many
     * @param per the other table, as written; null for a plain number
     */
    public RowCount(double number, @Nullable String per) {
        this(number, per, false);
    }

    @Override
    public String toString() {
        if (own) {
            return "own";
        }
        String digits = number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        return per == null ? digits : digits + " per " + per;
    }
}
