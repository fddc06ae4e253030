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
record Side(Session session, Relation relation, Relation other) {
    /** {@return its columns of these names, hashed so that they compare with the other's} */
    List<Column> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    private Column column(String name) {
        Column own = Objects.requireNonNull(relation.byName().get(name));
        return own.against(Objects.requireNonNull(other.byName().get(name)));
    }
}
