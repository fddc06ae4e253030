package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.ValueSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values for arrays: a few elements each, within what CHECKs allow. */
final class ArrayValues {
    private static final int USUAL = 3;

    private ArrayValues() {}

    /** {@return what a column of arrays is filled with; empty if nothing is known of the element's type} */
    static Optional<ColumnValues> of(DataType type, DataType inner, String column, Restriction limits) {
        Restriction demanded = Checks.domain(inner, limits.demandedOfElements());
        return TypeValues.of(inner, column, demanded).map(element -> of(type, inner, element, limits));
    }

    private static ColumnValues of(DataType type, DataType inner, ColumnValues element, Restriction limits) {
        String cast = "::" + type.sql();
        if (limits.mostElements() == 0) {
            return ColumnValues.few(SeedSql.constants("'{}'" + cast), 0);
        }
        ValueSpace one = element.common();
        int least = Math.max(1, limits.fewest());
        int most = Math.max(least, Math.min(USUAL, limits.mostElements()));
        int sizes = most - least + 1;
        ValueSpace common = new ValueSpace(
                Math.min(one.size() * USUAL, 50_000),
                i -> Formula.own(
                        "(ARRAY[",
                        elements(one, i, most),
                        "])[1 : " + least + " + (",
                        i,
                        " % " + sizes + ")::int]" + cast));
        ValueSpace unique = new ValueSpace(
                element.unique().size(),
                i -> Formula.own(
                        "(ARRAY[",
                        element.unique().at(i),
                        least == 1 ? "" : ", ",
                        elements(one, i, least - 1),
                        "])" + cast));
        List<Formula> edges = List.of(
                Formula.own("'{}'" + cast),
                Formula.own((inner.refusesNull() ? "'{}'" : "'{NULL}'") + cast),
                Formula.own("ARRAY[ARRAY[", one.at(Formula.number(0)), "]]" + cast));
        return new ColumnValues(common, unique, edges, 0.3);
    }

    private static Formula elements(ValueSpace of, Formula index, int count) {
        List<Object> elements = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            elements.add(n == 0 ? "" : ", ");
            elements.add(of.around(n == 0 ? index : n == 2 ? index.dividedBy(2) : index.plus(Math.max(1, n - 1))));
        }
        return Formula.own(elements.toArray());
    }
}
