package dev.rehearsal.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole catalogue at one moment: each object with its definition as text. Two snapshots are equal exactly when
 * their schemas are.
 *
 * @param definitions the definition of each object, in the order of {@link SchemaObject}
 */
public record SchemaSnapshot(SortedMap<SchemaObject, String> definitions) {
    public SchemaSnapshot {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    }

    /**
     * {@return a snapshot of these definitions}
     *
     * @param definitions in any order
     */
    public static SchemaSnapshot of(Map<SchemaObject, String> definitions) {
        return new SchemaSnapshot(new TreeMap<>(definitions));
    }
}
