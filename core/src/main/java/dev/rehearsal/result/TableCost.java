package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What a phase did with one table, its partitions, indexes and TOAST counted with it, as the server's statistics tell.
 *
 * @param table its name, for a reader
 * @param rowsRead rows read by sequential scans
 * @param rowsInserted rows inserted
 * @param rowsUpdated rows updated, each of which was locked
 * @param rowsDeleted rows deleted, each of which was locked
 * @param deadRows by how much its dead rows have grown
 * @param blocksRead blocks that were fetched from outside the server's cache
 * @param blocksHit blocks that were found in the server's cache
 * @param bytesBefore its size before; null if it did not exist
 * @param bytesAfter its size after; null if it does not exist any more
 */
public record TableCost(
        String table,
        long rowsRead,
        long rowsInserted,
        long rowsUpdated,
        long rowsDeleted,
        long deadRows,
        long blocksRead,
        long blocksHit,
        @Nullable Long bytesBefore,
        @Nullable Long bytesAfter) {
    /** {@return how many rows were inserted, updated and deleted} */
    public long rowsWritten() {
        return rowsInserted + rowsUpdated + rowsDeleted;
    }
}
