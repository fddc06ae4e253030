package dev.rehearsal.postgres.use;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as one who writes sees it.
 *
 * @param name its name
 * @param columns its columns, in their order
 * @param key the names of its primary key's columns, in the key's order; empty if there is none
 * @param uniques what may not occur twice
 */
record UsedTable(QualifiedName name, List<UsedColumn> columns, List<String> key, List<Unique> uniques) {
    UsedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        uniques = List.copyOf(uniques);
    }

    Optional<UsedColumn> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    boolean has(String column) {
        return column(column).isPresent();
    }

    /** {@return whether its columns or what limits them differ from the other's} */
    boolean differsFrom(UsedTable other) {
        return !Set.copyOf(columns).equals(Set.copyOf(other.columns)) || !uniques.equals(other.uniques);
    }

    /**
     * Columns whose values may not occur twice together, or not overlap.
     *
     * @param definition how the server words it, without a name
     * @param columns their names
     */
    record Unique(String definition, List<String> columns) {
        Unique {
            columns = List.copyOf(columns);
        }
    }
}
