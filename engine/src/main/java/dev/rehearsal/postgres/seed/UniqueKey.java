package dev.rehearsal.postgres.seed;

import java.util.List;

/**
 * Columns whose values, taken together, are different in every row: of a primary key, a unique or exclusion constraint,
 * or a unique index (those of its expressions included).
 *
 * @param columns which
 * @param nullsDistinct whether rows with NULLs are exempt
 */
record UniqueKey(List<String> columns, boolean nullsDistinct) {
    UniqueKey {
        columns = List.copyOf(columns);
    }
}
