package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;

/**
 * A foreign key.
 *
 * @param columns the referencing columns
 * @param parent the referenced table
 * @param keys the referenced columns, in the order of the referencing ones
 * @param deferrable whether it may be checked at the end of a transaction
 */
public record ForeignKey(List<String> columns, QualifiedName parent, List<String> keys, boolean deferrable) {
    public ForeignKey {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /** {@return the referenced column that one of the referencing ones is equal to} */
    String key(String column) {
        return keys.get(columns.indexOf(column));
    }
}
