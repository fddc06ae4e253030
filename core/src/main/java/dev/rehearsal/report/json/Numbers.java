package dev.rehearsal.report.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as they stand in the report. */
final class Numbers {
    private Numbers() {}

    /** Microseconds are all that was measured: three decimals, without zeros at the end. */
    static BigDecimal ms(double ms) {
        BigDecimal exact =
                BigDecimal.valueOf(ms).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0, RoundingMode.UNNECESSARY) : exact;
    }

    /** A line is counted from 1; one that is not known is null. */
    static @Nullable Integer line(int line) {
        return line > 0 ? line : null;
    }

    static @Nullable Integer line(@Nullable Integer line) {
        return line == null ? null : line(line.intValue());
    }
}
