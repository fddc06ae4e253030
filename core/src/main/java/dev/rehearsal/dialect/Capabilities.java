package dev.rehearsal.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an engine can do, and what it can be measured with. A scenario asks for what it needs, never which engine it is; what
 * is not there makes its part not measured, with the reason.
 *
 * @param features what the server can do
 * @param missing the instruments that are not there, each with the reason in half a sentence: {@code data cannot be compared
 *     on Such a DB yet}
 */
public record Capabilities(Set<Feature> features, Map<Instrument, String> missing) {
    public Capabilities {
        features = Set.copyOf(features);
        missing = Map.copyOf(missing);
    }

    /** {@return those of an engine that can do all and has everything} */
    public static Capabilities all() {
        return new Capabilities(Set.of(Feature.values()), Map.of());
    }

    /**
     * {@return whether the server can do that}
     *
     * @param feature what
     */
    public boolean can(Feature feature) {
        return features.contains(feature);
    }

    /**
     * {@return why an instrument is not there; empty if it is}
     *
     * @param instrument which
     */
    public Optional<String> without(Instrument instrument) {
        return Optional.ofNullable(missing.get(instrument));
    }

    /** What a server can do. */
    public enum Feature {
        /** A definition can be changed in a transaction, and goes back with it. */
        ATOMIC_DDL,
        /** A runner's history commits together with the migration that it is of. */
        TRANSACTIONAL_HISTORY,
        /** An index can be built while others write, and its statement says so. */
        NON_BLOCKING_INDEX,
        SEQUENCES,
        /** A database can be copied under another name by the server itself. */
        TEMPLATE_COPIES,
        /** The server can be asked how much was written to its log, and of what. */
        WRITE_LOG
    }

    /** What measures, or what makes something to be measured. */
    public enum Instrument {
        DATA,
        SEEDING,
        USAGE,
        APPLICATION,
        READERS,
        CRASHES,
        BACKFILLS,
        OBSERVATION,
        INSPECTION,
        /** Of a database that is not ours: what its server knows of its tables. */
        STATISTICS,
        PLANNING,
        LINTING
    }
}
