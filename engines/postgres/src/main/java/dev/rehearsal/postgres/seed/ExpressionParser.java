package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.Expression;
import dev.rehearsal.seeding.Expression.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the common part of what {@code pg_get_expr} prints; casts are left out. What is beyond it gives nothing. */
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^']|'')*')|(\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)|([0-9][0-9.eE]*)|(::|[-+*/<>=~!@#%^&|?]+"
                    + "|[(),.\\[\\]:]))");
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ExpressionParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (end < text.stripTrailing().length()) {
            tokens.add("\u0000");
        }
    }

    static Optional<Expression> parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        try {
            Expression expression = parser.or();
            return parser.at == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private Expression or() {
        return chain(Kind.OR, "or");
    }

    private Expression chain(Kind kind, String word) {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(kind == Kind.OR ? chain(Kind.AND, "and") : not());
        } while (accept(word));
        return parts.size() == 1 ? parts.get(0) : new Expression(kind, word, parts);
    }

    private Expression not() {
        return accept("not") ? Expression.of(Kind.NOT, "not", not()) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        if (accept("is")) {
            boolean negated = accept("not");
            String what = next().toLowerCase(Locale.ROOT);
            return Expression.of(Kind.OPERATOR, "is " + (negated ? "not " : "") + what, left);
        }
        String operator = peek();
        if (operator.matches("[<>=~!@#%^&|?]+") || operator.matches("[-<>=~!@#%^&|?*]{2,}")) {
            next();
            return Expression.of(Kind.OPERATOR, operator, left, sum());
        }
        return left;
    }

    private Expression sum() {
        Expression left = casted();
        while (Set.of("+", "-", "*", "/", "||", "->", "->>").contains(peek())) {
            left = Expression.of(Kind.OTHER, next(), left, casted());
        }
        return left;
    }

    private Expression casted() {
        Expression value = primary();
        while (accept("::")) {
            type();
        }
        return value;
    }

    private void type() {
        next();
        while (accept(".")) {
            next();
        }
        while (TYPE_WORDS.contains(peek())) {
            next();
        }
        if (peek().equals("(")) {
            do {
                next();
            } while (!accept(")"));
            while (TYPE_WORDS.contains(peek())) {
                next();
            }
        }
        while (accept("[")) {
            expect("]");
        }
    }

    private Expression primary() {
        String token = next();
        if (token.equals("(")) {
            Expression inside = or();
            expect(")");
            return inside;
        } else if (token.equals("-")) {
            Expression value = casted();
            return value.is(Kind.CONSTANT) ? Expression.of(Kind.CONSTANT, "-" + value.text()) : other(value);
        } else if (token.startsWith("'")) {
            return Expression.of(
                    Kind.CONSTANT, token.substring(1, token.length() - 1).replace("''", "'"));
        } else if (Character.isDigit(token.charAt(0))) {
            return Expression.of(Kind.CONSTANT, token);
        } else if (token.equalsIgnoreCase("array") && accept("[")) {
            return new Expression(Kind.LIST, "array", arguments("]"));
        }
        return named(token);
    }

    private Expression named(String token) {
        if (!token.matches("[\"\\p{L}_].*")) {
            throw new UnsupportedOperationException(token);
        }
        String name =
                token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
        if (accept(".")) {
            name = next();
        }
        if (accept("(")) {
            List<Expression> arguments = arguments(")");
            return name.equalsIgnoreCase("any") && arguments.size() == 1
                    ? any(arguments.get(0))
                    : new Expression(Kind.CALL, name.toLowerCase(Locale.ROOT), arguments);
        }
        return switch (token) {
            case "true", "false" -> Expression.of(Kind.CONSTANT, token);
            case "NULL", "CASE", "CURRENT_DATE", "CURRENT_TIMESTAMP", "ARRAY", "ROW", "SELECT" ->
                throw new UnsupportedOperationException(token);
            default -> Expression.of(Kind.COLUMN, name);
        };
    }

    /** One of a list, which may be written as an array's text; one of a column's elements stays a call. */
    private static Expression any(Expression of) {
        if (of.is(Kind.CONSTANT)) {
            return new Expression(
                    Kind.LIST,
                    "array",
                    ArrayText.elements(of.text()).stream()
                            .map(element -> Expression.of(Kind.CONSTANT, element))
                            .toList());
        }
        return of.is(Kind.LIST) ? of : Expression.of(Kind.CALL, "any", of);
    }

    private List<Expression> arguments(String end) {
        List<Expression> arguments = new ArrayList<>();
        if (accept(end)) {
            return arguments;
        }
        do {
            arguments.add(or());
        } while (accept(","));
        expect(end);
        return arguments;
    }

    private static Expression other(Expression part) {
        return Expression.of(Kind.OTHER, "-", part);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new UnsupportedOperationException("end");
        }
        return tokens.get(at++);
    }

    private boolean accept(String word) {
        boolean found = peek().equalsIgnoreCase(word);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw new UnsupportedOperationException(peek());
        }
    }
}
