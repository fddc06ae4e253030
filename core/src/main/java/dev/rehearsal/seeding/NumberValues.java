package dev.rehearsal.seeding;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** Values for numbers: ages, quantities, prices and plain numbers, within what the type and its CHECKs allow. */
public final class NumberValues {
    private NumberValues() {}

    /**
     * {@return whole numbers}
     *
     * @param column its name
     * @param floor the smallest that the type has
     * @param ceiling the greatest that it has
     * @param limits what is demanded
     * @param value makes a value of the type from a number
     */
    public static ColumnValues whole(
            String column, double floor, double ceiling, Restriction limits, UnaryOperator<Formula> value) {
        double least = Math.max(floor, limits.least(floor, BigDecimal.ONE));
        double most = Math.min(ceiling, limits.most(ceiling, BigDecimal.ONE));
        NumberRange usual = NumberRange.of(column);
        ValueSpace common = limits.exact()
                ? steps(least, most, least, most, value)
                : steps(usual.least(), usual.most(), least, most, value);
        ValueSpace unique = steps(1, most, least, most, value);
        return new ColumnValues(common, unique, List.of(), usual.most() <= 100 ? 0.7 : 0);
    }

    /**
     * {@return numbers with a fraction}
     *
     * @param column its name
     * @param bound the greatest number of steps that the type has, and of those below zero
     * @param scale how many digits a step has behind the point
     * @param limits what is demanded
     * @param value makes a value of the type from a number of steps
     */
    public static ColumnValues fraction(
            String column, double bound, int scale, Restriction limits, UnaryOperator<Formula> value) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        double least = Math.max(-bound, limits.least(-bound, step));
        double most = Math.min(bound, limits.most(bound, step));
        NumberRange usual = NumberRange.of(column);
        double unit = Math.pow(10, scale);
        ValueSpace common = limits.exact()
                ? steps(least, most, least, most, value)
                : steps(Math.max(1, usual.least() * unit), usual.most() * unit, least, most, value);
        ValueSpace unique = steps(1, most, least, most, value);
        return new ColumnValues(common, unique, List.of(), 0);
    }

    private static ValueSpace steps(double from, double to, double least, double most, UnaryOperator<Formula> value) {
        double low = Math.max(from, least);
        double high = Math.min(to, most);
        if (low > high) {
            low = most == Double.MAX_VALUE || least > -9e15 ? least : Math.max(least, most - 9999);
            high = Math.max(low, Math.min(most, low + Math.max(9999, to - from)));
        }
        Formula start = Formula.number((long) low);
        return new ValueSpace(high - low + 1, index -> value.apply(start.plus(index)));
    }
}
