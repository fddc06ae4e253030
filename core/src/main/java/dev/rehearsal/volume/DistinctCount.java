package dev.rehearsal.volume;

import java.math.BigDecimal;

/**
 * How many different values: a number, or a share of the rows, which grows with them.
 *
 * @param number how many, or a share from 0 to 1
 * @param share whether it is a share
 */
public record DistinctCount(double number, boolean share) {
    public DistinctCount {
        if (!(number > 0) || Double.isInfinite(number) || (share && number > 1)) {
            throw new IllegalArgumentException(
                    "Different values are counted from 1, or a share of the rows: " + number);
        }
    }

    /**
     * {@return how many different values so many rows have, at least one}
     *
     * @param rows how many rows
     */
    public long of(long rows) {
        return Math.max(1, Math.round(share ? number * rows : number));
    }

    /** {@return as a volume file has it: {@code 40}, or {@code 35%}} */
    @Override
    public String toString() {
        BigDecimal written = BigDecimal.valueOf(share ? number * 100 : number)
                .setScale(share ? 4 : 0, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return written.toPlainString() + (share ? "%" : "");
    }
}
