package dev.rehearsal.volume;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one table.
 *
 * @param rows how many rows; null for the default
 * @param columns what was said of single columns, by name
 */
public record TableVolume(@Nullable RowCount rows, Map<String, ColumnVolume> columns) {
    public TableVolume {
        columns = Map.copyOf(columns);
    }

    /**
     * {@return a table of this many rows}
     *
     * @param rows how many
     */
    public static TableVolume of(long rows) {
        return new TableVolume(new RowCount(rows, null), Map.of());
    }
}
