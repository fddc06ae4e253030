package dev.rehearsal.mariadb.data;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.dialect.rows.TableLosses.Shape;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that holds rows.
 *
 * @param name its name
 * @param columns its columns, in its order, but those that are computed when they are read
 * @param key the names of its primary key's columns, in the key's order; empty if there is none
 */
record Table(QualifiedName name, List<Column> columns, List<String> key) {
    /** The first of the two numbers that stand for a row's key. */
    static final String FIRST = "`rehearsal key 1`";

    /** The second of them. */
    static final String SECOND = "`rehearsal key 2`";

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    boolean keyed() {
        return !key.isEmpty();
    }

    /** {@return what of it is compared} */
    Shape shape() {
        return new Shape(name, columns.stream().map(Column::name).toList(), key);
    }

    /** {@return its columns of these names, hashed so that they compare with the other table's} */
    List<Column> comparable(List<String> names, Table other) {
        return named(names)
                .map(column -> column.against(other.column(column.name())))
                .toList();
    }

    /** {@return its rows, each with the numbers that stand for its key} */
    String from(List<Column> key) {
        List<Column> ordered =
                key.stream().sorted(Comparator.comparing(Column::name)).toList();
        String all = columns.stream()
                .map(column -> "t." + Names.quoted(column.name()) + ", ")
                .collect(joining());
        return " FROM (SELECT " + all + Hashes.first(ordered, "0") + " AS " + FIRST + ", " + Hashes.second(ordered, "0")
                + " AS " + SECOND + " FROM " + Names.quoted(name) + " t) t";
    }

    private Stream<Column> named(List<String> names) {
        return names.stream().map(this::column);
    }

    private Column column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the key's columns} */
    List<Column> keyColumns() {
        return named(key).toList();
    }
}
