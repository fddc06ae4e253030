package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import dev.rehearsal.seeding.Formula.Operator;
import dev.rehearsal.seeding.Terms.Constant;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.DistinctCount;
import java.util.List;

/**
 * Gives NULL and each value of a column exactly the share of the rows that the profile says, where chance would only
 * come near it. The rows are shuffled by arithmetic, one shuffle a column, and dealt out in order.
 *
 * @param rows how many rows there are
 * @param nulls how many of them are NULL
 * @param ordered how many of the last rows are not shuffled, which is what correlates rows with values
 * @param backwards whether the order is turned around
 * @param salt another one gives another shuffle
 * @param again whether a row may be drawn again, and must then find another place
 */
public record Shares(long rows, long nulls, long ordered, boolean backwards, long salt, boolean again) {
    /** Products of two such numbers fit into 64 bits. */
    private static final long MOST = 3_000_000_000L;

    /** Two neighbours of a shuffle with such factors only are far apart. */
    private static final int LARGEST_QUOTIENT = 4;

    public static boolean said(ColumnVolume volume) {
        return volume.nulls() != null
                || volume.distinct() != null
                || !volume.values().isEmpty();
    }

    static Shares of(Task task, ColumnVolume volume, double nulls, long salt) {
        long filled = task.update() ? task.profile().rowsOf(task.table().name()) : task.rows();
        long rows = Math.min(MOST, Math.max(1, filled));
        Double said = volume.correlation();
        double correlation = said == null ? 0 : said;
        // A third power, for the shuffled part spoils its own order, and all the less the smaller it is.
        long shuffled = Math.round(rows * Math.cbrt(1 - Math.abs(correlation)));
        return new Shares(
                rows,
                Math.round(rows * nulls),
                rows - shuffled,
                correlation < 0,
                salt,
                task.way().trial() || task.way().skip());
    }

    /** {@return a draw: NULL, or the number of a value; by chance where only the NULLs were said} */
    Formula draw(ColumnVolume volume, double size, double skew, Formula chance) {
        DistinctCount distinct = volume.distinct();
        Formula index = chance;
        if (!volume.values().isEmpty()) {
            index = weighted(List.copyOf(volume.values().values()));
        } else if (distinct != null) {
            index = spread((long) Math.min((double) distinct.of(rows), size), skew);
        }
        return nullOr(index);
    }

    /** {@return NULL for its share of the rows, else something} */
    Formula nullOr(Formula index) {
        if (nulls == 0) {
            return index;
        }
        return nulls == rows
                ? Formula.call(Function.WHOLE, Formulas.NOTHING)
                : Formula.either(isNull(), Formulas.NOTHING, index);
    }

    /** The last places, or, where places follow the rows, every so many places. */
    private Formula isNull() {
        Formula first = Formula.number(rows - nulls);
        return ordered == 0
                ? place().atLeast(first)
                : place().times(nulls).plus(phase()).modulo(rows).atLeast(first);
    }

    /** Each value at least once, spread evenly; the rows that are left follow Zipf's law. */
    private Formula spread(long distinct, double skew) {
        long values = Math.max(1, Math.min(distinct, filled()));
        Formula scaled = rank().times(values);
        Formula even = scaled.dividedBy(filled());
        if (skew == 0 || values == filled() || values == 1) {
            return even;
        }
        Formula fraction = rank().plus(Formula.call(Function.FRACTION, new Constant("0.5")))
                .infix(Operator.OVER, Formula.number(filled()));
        return Formula.either(
                scaled.modulo(filled()).atLeast(Formula.number(filled() - values)),
                even,
                Draw.ranked(fraction, Formula.number(values), skew));
    }

    private Formula weighted(List<Double> weights) {
        double total = weights.stream().mapToDouble(w -> w).sum();
        double[] sum = {0};
        List<Long> bounds = weights.stream()
                .limit(weights.size() - 1L)
                .map(weight -> Math.round((sum[0] += weight) / total * filled()))
                .toList();
        return bounds.isEmpty() ? Formula.call(Function.WHOLE, Formula.number(0)) : new Terms.Bucket(rank(), bounds);
    }

    private long filled() {
        return Math.max(1, rows - nulls);
    }

    /** The number of the row among those that are not NULL, in the order of the values. */
    private Formula rank() {
        return nulls == 0 || ordered == 0
                ? place()
                : place().minus(place().times(nulls).plus(phase()).dividedBy(rows));
    }

    private Formula place() {
        Formula row = Formulas.ROW.minus(Formulas.FIRST);
        if (again) {
            Formula attempt = Formulas.ROW.infix(Operator.SHIFTED, Formula.number(40));
            row = row.plus(attempt.plus(row.dividedBy(rows)).times(7919));
        }
        Formula number = row.modulo(rows);
        long shuffled = rows - ordered;
        Formula turned = number.times(factor(shuffled))
                .plus(Math.floorMod(salt, Math.max(1, shuffled)))
                .modulo(Math.max(1, shuffled));
        Formula place = shuffled < 2
                ? number
                : ordered == 0 ? turned : Formula.either(number.below(Formula.number(shuffled)), turned, number);
        return backwards ? Formula.number(rows - 1).minus(place) : place;
    }

    private long phase() {
        return Math.floorMod(salt >> 7, rows);
    }

    /** {@return what a shuffle of so many multiplies by: without a common divisor, and near no simple fraction of it} */
    private long factor(long size) {
        long start = size / 5 + Math.floorMod(salt >> 3, size * 3 / 5 + 1);
        for (long tried = 0; tried < size; tried++) {
            long factor = Math.max(1, (start + tried) % size);
            if (shuffles(size, factor)) {
                return factor;
            }
        }
        return 1;
    }

    /** Euclid's algorithm, whose quotients tell how near a fraction is to a simple one. */
    private static boolean shuffles(long size, long factor) {
        long greater = size;
        long smaller = factor;
        for (int step = 0; smaller != 0; step++) {
            if (size > 1000 && step < 8 && greater / smaller > LARGEST_QUOTIENT) {
                return false;
            }
            long rest = greater % smaller;
            greater = smaller;
            smaller = rest;
        }
        return greater == 1;
    }
}
