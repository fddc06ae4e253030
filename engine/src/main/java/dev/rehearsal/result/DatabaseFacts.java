package dev.rehearsal.result;

import java.util.List;

/**
 * The database that was rehearsed on.
 *
 * @param product {@code PostgreSQL}
 * @param version {@code 18.4}
 * @param provider {@code embedded}, {@code container:postgres:18} or {@code server}
 * @param unlikeProduction what makes its timings unlike production's, one sentence each
 */
public record DatabaseFacts(String product, String version, String provider, List<String> unlikeProduction) {
    public DatabaseFacts {
        unlikeProduction = List.copyOf(unlikeProduction);
    }
}
