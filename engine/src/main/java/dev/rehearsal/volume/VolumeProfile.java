package dev.rehearsal.volume;

import dev.rehearsal.schema.QualifiedName;
import java.util.Map;

/**
 * How many rows each table has and how its columns are distributed.
 *
 * @param seed everything random comes from it
 * @param defaultRows rows of a table that is not named
 * @param scale what all row counts are multiplied by
 * @param rows rows of named tables, before scaling
 */
public record VolumeProfile(long seed, long defaultRows, double scale, Map<QualifiedName, Long> rows) {
    public VolumeProfile {
        rows = Map.copyOf(rows);
    }

    /**
     * {@return a profile in which every table has this many rows}
     *
     * @param seed everything random comes from it
     * @param rows rows of every table
     */
    public static VolumeProfile uniform(long seed, long rows) {
        return new VolumeProfile(seed, rows, 1.0, Map.of());
    }
}
