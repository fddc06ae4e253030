package dev.rehearsal.seeding;

import java.util.List;

/**
 * Columns whose values, taken together, are different in every row: of a primary key, a unique or exclusion constraint,
 * or a unique index (those of its expressions included).
 *
 * @param columns which
 * @param nullsDistinct whether rows with NULLs are exempt
 * @param partial whether it holds for some of the rows only
 * @param exact whether rows collide only if their columns are equal: not so with an exclusion constraint
 */
public record UniqueKey(List<String> columns, boolean nullsDistinct, boolean partial, boolean exact) {
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
