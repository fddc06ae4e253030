package dev.rehearsal.postgres.seed;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a column is filled with.
 *
 * @param common the values of an ordinary column: few enough to repeat
 * @param unique the values of a unique column: as many as there can be
 * @param edges SQL of extreme values
 * @param skew the exponent of the Zipf distribution over the common values; 0 for uniform
 */
record ColumnValues(ValueSpace common, ValueSpace unique, List<String> edges, double skew) {
    ColumnValues {
        edges = List.copyOf(edges);
    }

    ColumnValues map(UnaryOperator<String> wrap) {
        return new ColumnValues(
                common.map(wrap), unique.map(wrap), edges.stream().map(wrap).toList(), skew);
    }

    /** {@return the same with these extreme values} */
    ColumnValues edged(String... more) {
        return new ColumnValues(common, unique, List.of(more), skew);
    }

    ColumnValues withoutEdges() {
        return new ColumnValues(common, unique, List.of(), skew);
    }

    /** {@return a column of a few values} */
    static ColumnValues few(List<String> constants, double skew) {
        ValueSpace space = ValueSpace.of(constants);
        return new ColumnValues(space, space, List.of(), skew);
    }
}
