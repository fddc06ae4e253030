package dev.rehearsal.result;

import java.util.Collection;
import java.util.List;

/**
 * How values spread.
 *
 * @param median half of them are at most this
 * @param p95 nineteen of twenty are at most this
 * @param worst the largest
 */
public record Spread(double median, double p95, double worst) {
    /**
     * {@return how values spread}
     *
     * @param values one at the least
     */
    public static Spread of(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(at(sorted, 0.5), at(sorted, 0.95), sorted.get(sorted.size() - 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
