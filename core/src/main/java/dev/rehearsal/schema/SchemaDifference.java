package dev.rehearsal.schema;

import org.jspecify.annotations.Nullable;

/**
 * One object that differs between two snapshots.
 *
 * @param object the object
 * @param change how it differs, seen from the first snapshot
 * @param before its definition in the first snapshot; null when it is {@link Change#EXTRA}
 * @param after its definition in the second; null when it is {@link Change#MISSING}
 * @param cosmetic whether only the position of a column or the name of a constraint or an index differs
 */
public record SchemaDifference(
        SchemaObject object,
        Change change,
        @Nullable String before,
        @Nullable String after,
        boolean cosmetic) {
    /** How an object differs. */
    public enum Change {
        MISSING,
        EXTRA,
        ALTERED
    }
}
