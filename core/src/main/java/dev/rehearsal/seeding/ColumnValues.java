package dev.rehearsal.seeding;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a column is filled with.
 *
 * @param common the values of an ordinary column: few enough to repeat
 * @param unique the values of a unique column: as many as there can be
 * @param edges extreme values
 * @param skew the exponent of the Zipf distribution over the common values; 0 for uniform
 */
public record ColumnValues(ValueSpace common, ValueSpace unique, List<Formula> edges, double skew) {
    public ColumnValues {
        edges = List.copyOf(edges);
    }

    /** {@return the same with each value wrapped} */
    public ColumnValues map(UnaryOperator<Formula> wrap) {
        return new ColumnValues(
                common.map(wrap), unique.map(wrap), edges.stream().map(wrap).toList(), skew);
    }

    /** {@return the same with these extreme values} */
    public ColumnValues edged(List<Formula> more) {
        return new ColumnValues(common, unique, more, skew);
    }

    ColumnValues withoutEdges() {
        return edged(List.of());
    }

    /** {@return a column of a few values} */
    public static ColumnValues few(List<Formula> values, double skew) {
        ValueSpace space = ValueSpace.of(values);
        return new ColumnValues(space, space, List.of(), skew);
    }

    /** {@return a column of as many values, of which an ordinary one takes a part} */
    public static ColumnValues plain(double size, UnaryOperator<Formula> formula) {
        return new ColumnValues(
                new ValueSpace(Math.min(size, 50_000), formula), new ValueSpace(size, formula), List.of(), 0.3);
    }
}
