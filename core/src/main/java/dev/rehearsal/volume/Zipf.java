package dev.rehearsal.volume;

import java.util.List;

/** Zipf's law over numbered values, continuous so that it can be turned around: what the skew of a column means. */
public final class Zipf {
    private static final double STEP = 0.01;
    private static final double STEEPEST = 6;

    private Zipf() {}

    /**
     * {@return the share of a value, its rank counted from 0}
     *
     * @param rank of the value, the most common first
     * @param values how many values there are
     * @param exponent the skew
     */
    public static double share(long rank, double values, double exponent) {
        return below(rank + 1d, values, exponent) - below((double) rank, values, exponent);
    }

    /**
     * {@return the skew under which the most common values have the shares that come nearest to these; to two decimals}
     *
     * @param shares of the most common values
     * @param values how many values there are
     */
    public static double fitted(List<Double> shares, double values) {
        double best = 0;
        double least = Double.MAX_VALUE;
        for (int step = 0; step * STEP <= STEEPEST; step++) {
            double error = 0;
            for (int rank = 0; rank < shares.size() && rank < values; rank++) {
                double miss = shares.get(rank) - share(rank, values, step * STEP);
                error += miss * miss;
            }
            if (error < least - 1e-15) {
                least = error;
                best = step * STEP;
            }
        }
        return Math.round(best * 100) / 100.0;
    }

    private static double below(double rank, double values, double exponent) {
        if (Math.abs(exponent - 1) < 1e-9) {
            return Math.log(rank + 1) / Math.log(values + 1);
        }
        return (Math.pow(rank + 1, 1 - exponent) - 1) / (Math.pow(values + 1, 1 - exponent) - 1);
    }
}
