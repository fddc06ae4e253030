package dev.rehearsal.postgres.data;

import dev.rehearsal.dialect.rows.TableLosses.Shape;
import dev.rehearsal.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A relation that holds rows.
 *
 * @param name its name
 * @param source what to write after FROM to read exactly its rows
 * @param columns its columns, in its order
 * @param key the names of its primary key's columns, in the key's order; empty if there is none
 * @param bytes its size on disk, without indexes
 * @param derived whether its rows follow from others, so that they need not come back: a materialized view
 */
record DataRelation(
        QualifiedName name, String source, List<DataColumn> columns, List<String> key, long bytes, boolean derived) {
    DataRelation {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** {@return the columns by their names, in the table's order} */
    Map<String, DataColumn> byName() {
        return columns.stream()
                .collect(Collectors.toMap(DataColumn::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** {@return the key's columns} */
    List<DataColumn> keyColumns() {
        Map<String, DataColumn> byName = byName();
        return key.stream()
                .map(name -> Objects.requireNonNull(byName.get(name)))
                .toList();
    }

    /** {@return what of it is compared} */
    Shape shape() {
        return new Shape(name, columns.stream().map(DataColumn::name).toList(), key);
    }
}
