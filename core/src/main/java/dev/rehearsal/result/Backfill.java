package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What one statement did that was seen to write a table batch by batch.
 *
 * @param table which, for a reader
 * @param script the name of its script
 * @param line the line on which the statement begins; 0 if not known
 * @param batches how many batches wrote rows
 * @param rows how many rows they wrote
 * @param oneTransaction whether nothing was committed before the last of them
 * @param batchRows how many rows a batch wrote
 * @param batchMs how long a batch took, from its first write to the end of its last
 * @param longestLockMs for how long at most a batch kept its rows locked
 * @param trend whether a batch needs more than the one before; null if not measured
 */
public record Backfill(
        String table,
        String script,
        int line,
        int batches,
        long rows,
        boolean oneTransaction,
        Spread batchRows,
        Spread batchMs,
        double longestLockMs,
        @Nullable Trend trend) {
    /** {@return its place for a reader} */
    public String place() {
        return line > 0 ? script + ":" + line : script;
    }

    /**
     * What batches looked at, in rows and entries of indexes for each row that they wrote. This does not depend on how busy
     * the machine is.
     *
     * @param early in the first third of the batches
     * @param late in the last third
     * @param growing whether each batch passes again over what was done before it
     * @param fromStart whether each batch reads the table from its beginning
     */
    public record Trend(double early, double late, boolean growing, boolean fromStart) {}
}
