package dev.rehearsal.postgres.seed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values for arrays: a few elements each, within what CHECKs allow. */
final class ArrayValues {
    private static final int USUAL = 3;

    private ArrayValues() {}

    /** {@return what a column of arrays is filled with; empty if nothing is known of the element's type} */
    static Optional<ColumnValues> of(DataType type, DataType inner, String column, Restriction limits) {
        Restriction demanded = CheckReader.domain(inner, limits.demandedOfElements());
        return TypeValues.of(inner, column, demanded).map(element -> of(type, inner, element, limits));
    }

    private static ColumnValues of(DataType type, DataType inner, ColumnValues element, Restriction limits) {
        String cast = "::" + type.sql();
        if (limits.mostElements() == 0) {
            return ColumnValues.few(List.of("'{}'" + cast), 0);
        }
        ValueSpace one = element.common();
        int least = Math.max(1, limits.fewest());
        int most = Math.max(least, Math.min(USUAL, limits.mostElements()));
        int sizes = most - least + 1;
        ValueSpace common = new ValueSpace(
                Math.min(one.size() * USUAL, 50_000),
                i -> "(ARRAY[" + elements(one, i, most) + "])[1 : " + least + " + (" + i + " % " + sizes + ")::int]"
                        + cast);
        ValueSpace unique = new ValueSpace(
                element.unique().size(),
                i -> "(ARRAY[" + element.unique().at(i) + (least == 1 ? "" : ", " + elements(one, i, least - 1)) + "])"
                        + cast);
        List<String> edges = List.of(
                "'{}'" + cast,
                (inner.refusesNull() ? "'{}'" : "'{NULL}'") + cast,
                "ARRAY[ARRAY[" + one.at("0") + "]]" + cast);
        return new ColumnValues(common, unique, edges, 0.3);
    }

    private static String elements(ValueSpace of, String index, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> of.around(n == 0 ? index : n == 2 ? index + " / 2" : index + " + " + Math.max(1, n - 1)))
                .collect(Collectors.joining(", "));
    }
}
