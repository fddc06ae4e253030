package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Expression.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gathers from CHECK expressions what they demand of single columns; the rest is left to trial. */
public final class CheckReader {
    private final Map<String, Restriction> found = new HashMap<>();
    private final Demands demands;

    private CheckReader(Demands demands) {
        this.demands = demands;
    }

    /** Reads comparisons that only one engine knows. */
    public interface Demands {
        /** For an engine that knows no such. */
        Demands NONE = (comparison, column) -> false;

        /** {@return whether it is one; then what it demands has been added to its column's} */
        boolean read(Expression comparison, Function<Expression, Restriction> column);
    }

    /**
     * {@return what the expressions demand, by column}
     *
     * @param checks of a table
     * @param demands reads what only its engine knows
     */
    public static Map<String, Restriction> read(Collection<Expression> checks, Demands demands) {
        CheckReader reader = new CheckReader(demands);
        checks.forEach(reader::demand);
        return reader.found;
    }

    /**
     * Adds what expressions over one name demand to what is known.
     *
     * @param checks the expressions
     * @param name the name
     * @param known what is known
     * @param demands reads what only its engine knows
     */
    public static void add(Collection<Expression> checks, String name, Restriction known, Demands demands) {
        CheckReader reader = new CheckReader(demands);
        reader.found.put(name, known);
        checks.forEach(reader::demand);
    }

    private Restriction of(Expression column) {
        return found.computeIfAbsent(column.text(), name -> new Restriction());
    }

    private void demand(Expression expression) {
        switch (expression.kind()) {
            case AND -> expression.parts().forEach(this::demand);
            case OR -> either(expression);
            case OPERATOR -> compare(expression);
            case COLUMN -> of(expression).oneOf(List.of("true"));
            case NOT -> negated(expression.parts().get(0), expression);
            default -> suggest(expression);
        }
    }

    private void negated(Expression part, Expression whole) {
        if (part.is(Kind.COLUMN)) {
            of(part).oneOf(List.of("false"));
        } else {
            suggest(whole);
        }
    }

    private void either(Expression expression) {
        List<Expression> rest = expression.parts().stream()
                .filter(part -> !(part.is(Kind.OPERATOR) && part.text().equals("is null")))
                .toList();
        boolean listed = rest.stream()
                .allMatch(part -> equality(part)
                        && part.parts().get(0).equals(rest.get(0).parts().get(0)));
        if (rest.size() == 1) {
            demand(rest.get(0));
        } else if (listed && !rest.isEmpty()) {
            of(rest.get(0).parts().get(0))
                    .oneOf(rest.stream().map(part -> part.parts().get(1).text()).toList());
        } else {
            suggest(expression);
        }
    }

    private static boolean equality(Expression part) {
        return part.is(Kind.OPERATOR)
                && part.text().equals("=")
                && part.parts().get(0).is(Kind.COLUMN)
                && part.parts().get(1).is(Kind.CONSTANT);
    }

    private void compare(Expression expression) {
        if (expression.parts().size() < 2) {
            suggest(expression);
            return;
        }
        Expression left = expression.parts().get(0);
        Expression right = expression.parts().get(1);
        if (demands.read(expression, this::of)) {
            return;
        }
        if (left.is(Kind.CONSTANT) && right.is(Kind.COLUMN)) {
            bound(right, mirrored(expression.text()), left.text());
        } else if (left.is(Kind.COLUMN) && right.is(Kind.CONSTANT)) {
            bound(left, expression.text(), right.text());
        } else if (left.is(Kind.COLUMN)
                && right.is(Kind.LIST)
                && expression.text().equals("=")) {
            of(left).oneOf(right.parts().stream().map(Expression::text).toList());
        } else if (length(left) && right.is(Kind.CONSTANT) && Restriction.number(right.text()) != null) {
            lengthBound(left.parts().get(0), expression.text(), Integer.parseInt(right.text()));
        } else {
            suggest(expression);
        }
    }

    private static boolean length(Expression call) {
        return call.is(Kind.CALL)
                && call.text().matches("length|char_length|character_length|octet_length")
                && call.parts().get(0).is(Kind.COLUMN);
    }

    private void bound(Expression column, String operator, String constant) {
        Restriction limits = of(column);
        switch (operator) {
            case ">" -> limits.atLeast(constant, true);
            case ">=" -> limits.atLeast(constant, false);
            case "<" -> limits.atMost(constant, true);
            case "<=" -> limits.atMost(constant, false);
            case "=" -> limits.oneOf(List.of(constant));
            case "~", "~*", "regexp" -> limits.matches(constant);
            case "~~", "~~*", "like" -> limits.matches(likePattern(constant));
            default -> limits.touched();
        }
    }

    private void lengthBound(Expression column, String operator, int length) {
        Restriction limits = of(column);
        switch (operator) {
            case ">" -> limits.length(length + 1, Integer.MAX_VALUE);
            case ">=" -> limits.length(length, Integer.MAX_VALUE);
            case "<" -> limits.length(0, length - 1);
            case "<=" -> limits.length(0, length);
            case "=" -> limits.length(length, length);
            default -> limits.touched();
        }
    }

    private static String likePattern(String like) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            regex.append(
                    c == '%' ? "[a-z0-9]{6}" : c == '_' ? "[a-z]" : Character.isLetterOrDigit(c) ? c + "" : "\\" + c);
        }
        return regex.toString();
    }

    private static String mirrored(String operator) {
        return operator.replace('<', '\u0000').replace('>', '<').replace('\u0000', '>');
    }

    /** Remembers constants that a column is compared with, as likely candidates for trial. */
    private void suggest(Expression expression) {
        List<Expression> parts = expression.parts();
        if (expression.is(Kind.COLUMN)) {
            of(expression).touched();
        } else if (expression.is(Kind.OPERATOR)
                && parts.size() == 2
                && parts.get(0).is(Kind.COLUMN)) {
            Expression right = parts.get(1);
            (right.is(Kind.LIST) ? right.parts() : List.of(right))
                    .stream()
                            .filter(part -> part.is(Kind.CONSTANT))
                            .forEach(part -> of(parts.get(0)).hint(part.text()));
        }
        parts.forEach(this::suggest);
    }
}
