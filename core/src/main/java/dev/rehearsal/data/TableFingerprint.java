package dev.rehearsal.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one table holds.
 *
 * @param keyed whether values are bound to their rows by a primary key; without one the table is compared as a multiset
 * @param rows its row count
 * @param columns a fingerprint per column, in the table's order; without a key also one of the {@link #WHOLE_ROW}
 */
public record TableFingerprint(boolean keyed, long rows, Map<String, ColumnFingerprint> columns) {
    /** Stands in place of a column's name, as no column can bear it, for the rows of a table without a key. */
    public static final String WHOLE_ROW = "";

    public TableFingerprint {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /**
     * {@return whether another agrees with all that this one has}
     *
     * @param now of the same table, later or elsewhere
     */
    public boolean agreesWith(TableFingerprint now) {
        return keyed == now.keyed
                && rows == now.rows
                && columns.entrySet().stream()
                        .allMatch(column -> column.getValue().equals(now.columns.get(column.getKey())));
    }
}
