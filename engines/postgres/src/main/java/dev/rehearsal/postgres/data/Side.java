package dev.rehearsal.postgres.data;

import java.util.List;
import java.util.Objects;

/**
 * One of two relations that are compared.
 *
 * @param session where it is read
 * @param relation the relation
 * @param other the one that it is compared with
 */
record Side(DataSession session, DataRelation relation, DataRelation other) {
    /** {@return its columns of these names, hashed so that they compare with the other's} */
    List<DataColumn> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    private DataColumn column(String name) {
        DataColumn own = Objects.requireNonNull(relation.byName().get(name));
        return own.against(Objects.requireNonNull(other.byName().get(name)));
    }
}
