package dev.rehearsal.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole catalogue at one moment: each object with its definition. Two snapshots are equal exactly when their schemas
 * are.
 *
 * @param definitions the definition of each object, in the order of {@link SchemaObject}
 */
public record SchemaSnapshot(SortedMap<SchemaObject, Definition> definitions) {
    public SchemaSnapshot {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    }

    /**
     * {@return a snapshot of these definitions}
     *
     * @param definitions in any order
     */
    public static SchemaSnapshot of(Map<SchemaObject, Definition> definitions) {
        return new SchemaSnapshot(new TreeMap<>(definitions));
    }
}
