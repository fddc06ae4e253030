package dev.rehearsal.postgres.watch;

import dev.rehearsal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A relation of the catalogue.
 *
 * @param oid its oid
 * @param name its name
 * @param table whether it is a table or a materialized view
 * @param owner what it is part of: an index's, TOAST table's or sequence's table; null if of nothing
 * @param parent the partitioned table that it is a partition of; null if none
 * @param file the number of its file; 0 if it has none
 */
record LockedRelation(
        long oid,
        QualifiedName name,
        boolean table,
        @Nullable Long owner,
        @Nullable Long parent,
        long file) {}
