package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * A table at the stage.
 *
 * @param table its name, for a reader
 * @param rows exact row count
 * @param bytes on disk, with its indexes and TOAST
 * @param productionRows how many rows the volume profile says that production holds; null if it does not say
 */
public record TableFacts(
        String table, long rows, long bytes, @Nullable Long productionRows) {
    /**
     * A table of which production's size is not known.
     *
     * @param table its name
     * @param rows exact row count
     * @param bytes on disk
     */
    public TableFacts(String table, long rows, long bytes) {
        this(table, rows, bytes, null);
    }
}
