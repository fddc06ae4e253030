package dev.rehearsal.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one table holds.
 *
 * @param keyed whether values are bound to their rows by a primary key; without one the table is compared as a multiset
 * @param rows its row count
 * @param columns a fingerprint per column, in the table's order
 */
public record TableFingerprint(boolean keyed, long rows, Map<String, ColumnFingerprint> columns) {
    public TableFingerprint {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
