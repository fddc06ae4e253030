package dev.rehearsal.result;

import java.util.List;

/**
 * The database that was rehearsed on.
 *
 * @param product {@code PostgreSQL}; {@code none}, like version and provider, if there was none
 * @param version {@code 18.4}
 * @param provider {@code embedded}, {@code container:postgres:18} or {@code server}
 * @param unlikeProduction what makes its timings unlike production's, one sentence each
 */
public record DatabaseFacts(String product, String version, String provider, List<String> unlikeProduction) {
    /** None: the rehearsal ended before a database was started. */
    public static final DatabaseFacts NONE = new DatabaseFacts("none", "none", "none", List.of());

    public DatabaseFacts {
        unlikeProduction = List.copyOf(unlikeProduction);
    }

    /** {@return product and version for a reader: {@code PostgreSQL 18.4}, or that there was none} */
    public String name() {
        return equals(NONE) ? "no database" : product + " " + version;
    }
}
