package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;

/**
 * A foreign key.
 *
 * @param columns the referencing columns
 * @param parent the referenced table
 * @param keys the referenced columns, in the order of the referencing ones
 */
record ForeignKey(List<String> columns, QualifiedName parent, List<String> keys) {
    ForeignKey {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }
}
