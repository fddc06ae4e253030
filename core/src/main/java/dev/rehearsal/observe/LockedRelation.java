package dev.rehearsal.observe;

import dev.rehearsal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A relation of the catalogue.
 *
 * @param id its number
 * @param name its name
 * @param table whether it is a table or a materialized view
 * @param owner the table that it is a part of, as an index is; null if of none
 * @param parent the partitioned table that it is a partition of; null if none
 * @param file a number that it gets anew when it is written anew; 0 if it has none
 */
public record LockedRelation(
        long id,
        QualifiedName name,
        boolean table,
        @Nullable Long owner,
        @Nullable Long parent,
        long file) {}
