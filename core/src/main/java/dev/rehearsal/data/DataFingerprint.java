package dev.rehearsal.data;

import dev.rehearsal.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all tables, sequences and large objects hold at one moment.
 *
 * @param tables each table's content
 * @param sequences each sequence's last value; a sequence that was never used is absent
 * @param largeObjects what is held outside of tables
 */
public record DataFingerprint(
        SortedMap<QualifiedName, TableFingerprint> tables,
        SortedMap<QualifiedName, Long> sequences,
        LargeObjects largeObjects) {
    public DataFingerprint {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
    }

    /**
     * {@return a fingerprint of these contents}
     *
     * @param tables each table's content
     * @param sequences each used sequence's last value
     * @param largeObjects what is held outside of tables
     */
    public static DataFingerprint of(
            Map<QualifiedName, TableFingerprint> tables,
            Map<QualifiedName, Long> sequences,
            LargeObjects largeObjects) {
        return new DataFingerprint(new TreeMap<>(tables), new TreeMap<>(sequences), largeObjects);
    }
}
