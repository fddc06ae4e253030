package dev.rehearsal.volume;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one column.
 *
 * @param values the values it takes with their weights, as text; empty if not said
 * @param range smallest and largest value, as text; empty if not said
 * @param pattern a simple regular expression that its values match; null if not said
 * @param nulls the share of NULLs from 0 to 1; null if not said
 * @param distinct how many different values; null if not said
 * @param skew the exponent of the Zipf distribution, 0 for uniform; null if not said
 * @param width how many bytes a value has on average, as the server counts them; null if not said
 * @param correlation how far the order of the rows follows the order of the values, from -1 to 1; null if not said
 * @param sql an expression of the row number {@code n}; null if not said
 */
public record ColumnVolume(
        Map<String, Double> values,
        List<String> range,
        @Nullable String pattern,
        @Nullable Double nulls,
        @Nullable DistinctCount distinct,
        @Nullable Double skew,
        @Nullable Long width,
        @Nullable Double correlation,
        @Nullable String sql) {
    /** Nothing was said. */
    public static final ColumnVolume UNSAID = new ColumnVolume(Map.of(), List.of(), null, null, null, null, null);

    public ColumnVolume {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        range = List.copyOf(range);
    }

    /**
     * Of a column of which neither width nor correlation was said.
     *
     * @param values the values it takes with their weights, as text; empty if not said
     * @param range smallest and largest value, as text; empty if not said
     * @param pattern a simple regular expression that its values match; null if not said
     * @param nulls the share of NULLs from 0 to 1; null if not said
     * @param distinct how many different values; null if not said
     * @param skew the exponent of the Zipf distribution, 0 for uniform; null if not said
     * @param sql an expression of the row number {@code n}; null if not said
     */
    public ColumnVolume(
            Map<String, Double> values,
            List<String> range,
            @Nullable String pattern,
            @Nullable Double nulls,
            @Nullable Long distinct,
            @Nullable Double skew,
            @Nullable String sql) {
        this(
                values,
                range,
                pattern,
                nulls,
                distinct == null ? null : new DistinctCount(distinct, false),
                skew,
                null,
                null,
                sql);
    }
}
