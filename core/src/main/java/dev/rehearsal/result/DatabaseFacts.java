package dev.rehearsal.result;

import java.util.List;

/**
 * The database that was rehearsed on.
 *
 * @param product {@code PostgreSQL}; {@code none}, like version and provider, if there was none
 * @param version {@code 18.4}
 * @param provider {@code embedded}, {@code container:postgres:18} or {@code server}
 * @param unlikeProduction what makes its timings unlike production's, one sentence each
 * @param rehearsedBy which modules of Rehearsal it was rehearsed with
 * @param others further servers on which the same was rehearsed
 */
public record DatabaseFacts(
        String product,
        String version,
        String provider,
        List<String> unlikeProduction,
        RehearsedBy rehearsedBy,
        List<OtherServer> others) {
    private static final String NONE = "none";

    public DatabaseFacts {
        unlikeProduction = List.copyOf(unlikeProduction);
        others = List.copyOf(others);
    }

    /**
     * A database that was the only one.
     *
     * @param product its product
     * @param version its version
     * @param provider where it came from
     * @param unlikeProduction what makes its timings unlike production's
     * @param rehearsedBy which modules of Rehearsal it was rehearsed with
     */
    public DatabaseFacts(
            String product, String version, String provider, List<String> unlikeProduction, RehearsedBy rehearsedBy) {
        this(product, version, provider, unlikeProduction, rehearsedBy, List.of());
    }

    /**
     * {@return this database, rehearsed on by modules and beside other servers}
     *
     * @param by the modules
     * @param servers the other servers
     */
    DatabaseFacts with(RehearsedBy by, List<OtherServer> servers) {
        return new DatabaseFacts(product, version, provider, unlikeProduction, by, servers);
    }

    /**
     * {@return none: the rehearsal ended before a database was started}
     *
     * @param rehearsedBy which modules it would have been rehearsed with
     */
    public static DatabaseFacts none(RehearsedBy rehearsedBy) {
        return new DatabaseFacts(NONE, NONE, NONE, List.of(), rehearsedBy);
    }

    /** {@return whether there was none} */
    public boolean isNone() {
        return provider.equals(NONE);
    }

    /** {@return product and version for a reader: {@code PostgreSQL 18.4}, or that there was none} */
    public String name() {
        return isNone() ? "no database" : product + " " + version;
    }
}
