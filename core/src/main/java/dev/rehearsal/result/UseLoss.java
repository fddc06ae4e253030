package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What was written after the up and is gone after the down.
 *
 * @param relation the table, for a reader
 * @param column the column; null where whole rows are meant
 * @param kind what was written
 * @param rows how many rows
 * @param expected whether no undo could keep it in place: it went with the up's own column, table or label
 */
public record UseLoss(String relation, @Nullable String column, Written.Kind kind, long rows, boolean expected) {}
