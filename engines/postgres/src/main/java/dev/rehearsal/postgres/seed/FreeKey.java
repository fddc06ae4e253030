package dev.rehearsal.postgres.seed;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values of a unique key that are left to the scripts which insert them.
 *
 * @param columns the columns of the key
 * @param types their types, without a modifier
 * @param values SQL of the values: an array for one column, rows for several
 */
record FreeKey(List<String> columns, List<String> types, String values) {
    FreeKey {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    /** {@return a condition that holds where a row would have one of them} */
    String met(UnaryOperator<String> column) {
        String row = IntStream.range(0, columns.size())
                .mapToObj(i -> "(" + column.apply(columns.get(i)) + ")::" + types.get(i))
                .collect(Collectors.joining(", "));
        return columns.size() == 1 ? row + " = ANY (" + values + ")" : "(" + row + ") IN (" + values + ")";
    }
}
