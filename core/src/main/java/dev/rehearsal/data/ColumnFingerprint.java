package dev.rehearsal.data;

/**
 * What one column holds.
 *
 * @param nonNull rows in which it is not NULL
 * @param hash a sum of hashes of its values, each seeded by its row's key where the table has one
 */
public record ColumnFingerprint(long nonNull, String hash) {}
