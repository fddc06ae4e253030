package dev.rehearsal.postgres.effect;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of the catalogue as tells what a statement did, by oids.
 *
 * @param relations tables, views and materialized views
 * @param columns of tables, by table and number
 * @param constraints of tables
 * @param indexes of tables
 * @param labels of enum types
 * @param functions of the user's
 * @param triggers of tables
 */
record CatalogState(
        Map<Long, Relation> relations,
        Map<ColumnKey, Column> columns,
        Map<Long, Constraint> constraints,
        Map<Long, Index> indexes,
        Map<Long, Label> labels,
        Map<Long, Function> functions,
        Map<Long, Trigger> triggers) {
    static final CatalogState EMPTY =
            new CatalogState(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    String name(long relation) {
        Relation found = relations.get(relation);
        return found == null ? "" : found.name().toString();
    }

    /** {@return the columns of a table's primary key, in their order; none if it has no key} */
    List<String> key(String table) {
        return constraints.values().stream()
                .filter(c -> c.type() == 'p' && name(c.table()).equals(table))
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    /** {@return whether a trigger runs before each row that is inserted into a table} */
    boolean triggered(long table) {
        return triggers.values().stream().anyMatch(t -> t.table() == table && t.fillsInserts());
    }

    /** {@return whether a validated CHECK says that a column holds no NULL} */
    boolean proves(long table, String column) {
        return constraints.values().stream()
                .filter(c -> c.table() == table && c.type() == 'c' && c.validated())
                .anyMatch(c -> c.columns().equals(List.of(column))
                        && c.definition().equals("CHECK ((" + column + " IS NOT NULL))"));
    }

    /** The root is the uppermost partitioned table of a partition, else the relation itself. */
    record Relation(QualifiedName name, boolean view, long file, long root, boolean keyless) {}

    record ColumnKey(long table, int number) {}

    record Column(
            String name,
            ColumnType type,
            boolean required,
            boolean defaulted,
            boolean identity,
            boolean generated,
            @Nullable String expression) {}

    record ColumnType(long oid, int modifier, String text) {}

    record Constraint(
            long table,
            String name,
            char type,
            boolean validated,
            long referenced,
            List<String> columns,
            String definition,
            boolean mismatched,
            List<String> referencedTypes) {}

    record Index(
            long table, String name, Flags flags, long file, List<String> columns, String definition, Shape shape) {}

    /** What a statement can set of an index. */
    record Flags(boolean unique, boolean primary, boolean valid, boolean concurrent, boolean ofConstraint) {}

    /** What must be the same for two indexes to serve the same queries. */
    record Shape(
            String keys,
            @Nullable String expressions,
            @Nullable String predicate) {}

    record Label(long typeId, String type, String text) {}

    record Function(String name, String body, boolean trigger) {}

    record Trigger(long table, String name, boolean fillsInserts) {}
}
