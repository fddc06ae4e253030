package dev.rehearsal.result;

/**
 * A table at the stage.
 *
 * @param table its name, for a reader
 * @param rows exact row count
 * @param bytes on disk, with its indexes and TOAST
 */
public record TableFacts(String table, long rows, long bytes) {}
