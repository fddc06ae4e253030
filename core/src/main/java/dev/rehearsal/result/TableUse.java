package dev.rehearsal.result;

/**
 * What a statement did with the rows of a table.
 *
 * @param table its name, for a reader
 * @param read rows read by sequential scans
 * @param written rows inserted, updated and deleted
 */
public record TableUse(String table, long read, long written) {}
