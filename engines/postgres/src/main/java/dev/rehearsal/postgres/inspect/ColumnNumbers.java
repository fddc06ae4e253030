package dev.rehearsal.postgres.inspect;

import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.DistinctCount;
import dev.rehearsal.volume.Zipf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column's numbers in {@code pg_stats}.
 *
 * @param type the bare name of its type, or of the type that its domain is over
 * @param required whether it refuses NULL
 * @param unique whether it alone is a key
 * @param foreign whether a foreign key holds it
 * @param nulls the share of NULLs
 * @param distinct how many values; a negative one is a share of the rows, 0 is unknown
 * @param width bytes of a value on average
 * @param correlation of the order of rows and values; null if they have none
 * @param frequencies shares of the most common values; empty if none is more common than the others
 */
record ColumnNumbers(
        String type,
        boolean required,
        boolean unique,
        boolean foreign,
        double nulls,
        double distinct,
        long width,
        @Nullable Double correlation,
        List<Double> frequencies) {
    private static final Set<String> WIDE = Set.of("text", "varchar", "citext", "bytea", "json", "jsonb", "numeric");
    private static final Set<String> ORDERED =
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "date", "timestamp", "timestamptz");
    private static final double FAINT = 0.05;

    ColumnVolume volume(double rows, Map<String, Double> labels, List<String> range) {
        boolean counted = labels.isEmpty() && !unique && distinct != 0;
        return new ColumnVolume(
                labels,
                foreign ? List.of() : range,
                null,
                required ? null : nulls,
                counted ? distinctCount() : null,
                counted ? skew(rows) : null,
                WIDE.contains(type) && width > 0 && !foreign ? width : null,
                counted ? visibleCorrelation() : null,
                null);
    }

    private DistinctCount distinctCount() {
        return distinct < 0 ? new DistinctCount(Math.min(1, -distinct), true) : new DistinctCount(distinct, false);
    }

    /** Each value stands there once before the rest is dealt out by Zipf's law. */
    private double skew(double rows) {
        double filled = rows * (1 - nulls);
        double values = Math.min(filled, distinct < 0 ? -distinct * rows : distinct);
        if (filled < 1 || values < 2 || filled - values < 1) {
            return 0;
        }
        List<Double> shares = frequencies.stream()
                .map(share -> (share * rows - 1) / (filled - values))
                .map(share -> Math.min(1, Math.max(0, share)))
                .toList();
        return shares.isEmpty() ? 0 : Zipf.fitted(shares, values);
    }

    private @Nullable Double visibleCorrelation() {
        Double found = correlation;
        return found == null || !ORDERED.contains(type) || foreign || Math.abs(found) < FAINT
                ? null
                : Double.valueOf(Math.round(Math.max(-1, Math.min(1, found)) * 100) / 100.0);
    }
}
