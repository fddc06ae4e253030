package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.Expression;
import dev.rehearsal.seeding.Expression.Kind;
import dev.rehearsal.seeding.Restriction;
import java.util.List;
import java.util.function.Function;

/** What a CHECK demands of an array: which elements it may have, which it must have, and how many. */
final class ArrayDemands {
    private ArrayDemands() {}

    /** {@return whether it speaks of an array; then what it demands has been added to its column's} */
    static boolean read(Expression comparison, Function<Expression, Restriction> column) {
        Expression left = comparison.parts().get(0);
        Expression right = comparison.parts().get(1);
        return switch (comparison.text()) {
            case "<@" -> within(left, right, column);
            case "@>" -> within(right, left, column) || having(left, right, column);
            case "&&" -> having(left, right, column) || having(right, left, column);
            default -> element(comparison.text(), left, right, column) || size(comparison.text(), left, right, column);
        };
    }

    private static boolean within(Expression part, Expression whole, Function<Expression, Restriction> column) {
        if (!part.is(Kind.COLUMN) || !listed(whole)) {
            return false;
        }
        column.apply(part).elements().oneOf(constants(whole));
        return true;
    }

    private static boolean having(Expression whole, Expression part, Function<Expression, Restriction> column) {
        if (!whole.is(Kind.COLUMN) || !listed(part)) {
            return false;
        }
        column.apply(whole).hint(ArrayText.of(constants(part)));
        return true;
    }

    private static boolean element(
            String operator, Expression left, Expression right, Function<Expression, Restriction> column) {
        if (!right.is(Kind.CALL) || !right.text().matches("any|all") || !left.is(Kind.CONSTANT)) {
            return false;
        }
        Expression of = right.parts().get(0);
        if (!of.is(Kind.COLUMN)) {
            return false;
        }
        Restriction array = column.apply(of);
        if (operator.equals("=")) {
            array.hint(ArrayText.of(List.of(left.text())));
        }
        if (right.text().equals("all")) {
            switch (operator) {
                case "=" -> array.elements().oneOf(List.of(left.text()));
                case "<=", "<" -> array.elements().atLeast(left.text(), operator.equals("<"));
                case ">=", ">" -> array.elements().atMost(left.text(), operator.equals(">"));
                default -> array.touched();
            }
        }
        array.touched();
        return true;
    }

    private static boolean size(
            String operator, Expression left, Expression right, Function<Expression, Restriction> column) {
        boolean measured = left.is(Kind.CALL)
                && left.text().matches("cardinality|array_length|array_upper|array_ndims")
                && left.parts().get(0).is(Kind.COLUMN);
        if (!measured || !right.is(Kind.CONSTANT) || !right.text().matches("\\d{1,6}")) {
            return false;
        }
        Restriction array = column.apply(left.parts().get(0));
        int size = Integer.parseInt(right.text());
        if (left.text().equals("array_ndims")) {
            array.touched();
            return true;
        }
        switch (operator) {
            case ">" -> array.size(size + 1, Integer.MAX_VALUE);
            case ">=" -> array.size(size, Integer.MAX_VALUE);
            case "<" -> array.size(0, size - 1);
            case "<=" -> array.size(0, size);
            case "=" -> array.size(size, size);
            default -> array.touched();
        }
        return true;
    }

    private static boolean listed(Expression expression) {
        return (expression.is(Kind.LIST) && expression.parts().stream().allMatch(part -> part.is(Kind.CONSTANT)))
                || (expression.is(Kind.CONSTANT) && ArrayText.is(expression.text()));
    }

    private static List<String> constants(Expression expression) {
        return expression.is(Kind.LIST)
                ? expression.parts().stream().map(Expression::text).toList()
                : ArrayText.elements(expression.text());
    }
}
