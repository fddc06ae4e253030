package dev.rehearsal.result;

import java.util.List;

/**
 * How many of the rehearsed migrations have a test of their own.
 *
 * @param covered those with at least one {@code @MigrationTest}
 * @param total all rehearsed migrations
 * @param without the versions of the others, oldest first
 */
public record TestCoverage(int covered, int total, List<String> without) {
    public TestCoverage {
        without = List.copyOf(without);
        if (covered + without.size() != total) {
            throw new IllegalArgumentException(covered + " and " + without.size() + " are not " + total);
        }
    }
}
