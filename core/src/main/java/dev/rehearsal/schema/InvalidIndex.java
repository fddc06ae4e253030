package dev.rehearsal.schema;

/**
 * An index that the server keeps up to date and does not use.
 *
 * @param index its name
 * @param table the table that it is on
 */
public record InvalidIndex(QualifiedName index, QualifiedName table) {}
