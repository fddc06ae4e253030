package dev.rehearsal.postgres.seed;

import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.DistinctCount;
import java.util.List;
import java.util.stream.Collectors;

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
record Shares(long rows, long nulls, long ordered, boolean backwards, long salt, boolean again) {
    /** Products of two such numbers fit into 64 bits. */
    private static final long MOST = 3_000_000_000L;

    /** Two neighbours of a shuffle with such factors only are far apart. */
    private static final int LARGEST_QUOTIENT = 4;

    static boolean said(ColumnVolume volume) {
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

    /** {@return the SQL of a draw: NULL, or the number of a value; by chance where only the NULLs were said} */
    String draw(ColumnVolume volume, double size, double skew, String chance) {
        DistinctCount distinct = volume.distinct();
        String index = chance;
        if (!volume.values().isEmpty()) {
            index = weighted(List.copyOf(volume.values().values()));
        } else if (distinct != null) {
            index = spread((long) Math.min((double) distinct.of(rows), size), skew);
        }
        return nullOr(index);
    }

    /** {@return the SQL of NULL for its share of the rows, else of something} */
    String nullOr(String index) {
        if (nulls == 0) {
            return index;
        }
        return nulls == rows ? "NULL::bigint" : "CASE WHEN " + isNull() + " THEN NULL ELSE " + index + " END";
    }

    /** The last places, or, where places follow the rows, every so many places. */
    private String isNull() {
        return ordered == 0
                ? "(" + place() + " >= " + (rows - nulls) + ")"
                : "((" + place() + " * " + nulls + " + " + phase() + ") % " + rows + " >= " + (rows - nulls) + ")";
    }

    /** Each value at least once, spread evenly; the rows that are left follow Zipf's law. */
    private String spread(long distinct, double skew) {
        long values = Math.max(1, Math.min(distinct, filled()));
        String scaled = "(" + rank() + " * " + values;
        String even = scaled + " / " + filled() + ")";
        if (skew == 0 || values == filled() || values == 1) {
            return even;
        }
        String fraction = "((" + rank() + " + 0.5::float8) / " + filled() + ")";
        return "CASE WHEN " + scaled + " % " + filled() + ") >= " + (filled() - values) + " THEN " + even + " ELSE "
                + Draw.ranked(fraction, Long.toString(values), skew) + " END";
    }

    private String weighted(List<Double> weights) {
        double total = weights.stream().mapToDouble(w -> w).sum();
        double[] sum = {0};
        String bounds = weights.stream()
                .limit(weights.size() - 1L)
                .map(weight -> Long.toString(Math.round((sum[0] += weight) / total * filled())))
                .collect(Collectors.joining(","));
        return bounds.isEmpty() ? "0::bigint" : "width_bucket(" + rank() + ", '{" + bounds + "}'::bigint[])::bigint";
    }

    private long filled() {
        return Math.max(1, rows - nulls);
    }

    /** The number of the row among those that are not NULL, in the order of the values. */
    private String rank() {
        return nulls == 0 || ordered == 0
                ? place()
                : "(" + place() + " - (" + place() + " * " + nulls + " + " + phase() + ") / " + rows + ")";
    }

    private String place() {
        String row = "(" + Draw.ROW + " - " + Draw.FIRST;
        row += again
                ? " + ((" + Draw.ROW + " >> 40) + (" + Draw.ROW + " - " + Draw.FIRST + ") / " + rows + ") * 7919)"
                : ")";
        String number = "(" + row + " % " + rows + ")";
        long shuffled = rows - ordered;
        String turned = "((" + number + " * " + factor(shuffled) + " + " + Math.floorMod(salt, Math.max(1, shuffled))
                + ") % " + Math.max(1, shuffled) + ")";
        String place = shuffled < 2
                ? number
                : ordered == 0
                        ? turned
                        : "CASE WHEN " + number + " < " + shuffled + " THEN " + turned + " ELSE " + number + " END";
        return backwards ? "(" + (rows - 1) + " - (" + place + "))" : "(" + place + ")";
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
