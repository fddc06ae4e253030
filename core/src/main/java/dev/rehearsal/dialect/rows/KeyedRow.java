package dev.rehearsal.dialect.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * A row as it is compared.
 *
 * @param order the hash by which rows are ordered
 * @param key the text of each of its key's columns
 * @param hashes the hash of each column to compare
 */
public record KeyedRow(long order, List<String> key, List<Long> hashes) {
    public KeyedRow {
        key = List.copyOf(key);
        hashes = List.copyOf(hashes);
    }

    /**
     * {@return the key for a reader: {@code tenant=3, id=9}}
     *
     * @param columns the names of its columns, as a reader would write them
     */
    public String describe(List<String> columns) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(columns.get(i) + "=" + key.get(i));
        }
        return String.join(", ", parts);
    }
}
