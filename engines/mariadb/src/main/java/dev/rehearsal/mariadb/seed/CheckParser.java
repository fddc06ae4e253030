package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.Expression;
import dev.rehearsal.seeding.Expression.Kind;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the common part of what the server prints of a CHECK. What is beyond it gives nothing, and is left to trial. */
final class CheckParser {
    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=", "<=>");
    private static final Set<String> SUMS = Set.of("+", "-", "*", "/", "%", "div", "mod", "||", "&", "|", "^");
    private static final Set<String> MATCHES = Set.of("like", "regexp", "rlike");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private CheckParser(String text, Lexer lexer) {
        for (Token token : lexer.tokens(text)) {
            String word = token.of(text);
            if (token.isBlank()) {
                continue;
            }
            String last = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1);
            boolean joins = COMPARISONS.contains(last + word) && !last.isEmpty() && !Character.isLetter(word.charAt(0));
            if (joins) {
                tokens.set(tokens.size() - 1, last + word);
            } else {
                tokens.add(word);
            }
        }
    }

    static Optional<Expression> parse(String text, Lexer lexer) {
        CheckParser parser = new CheckParser(text, lexer);
        try {
            Expression expression = parser.or();
            return parser.at == parser.tokens.size() ? Optional.of(expression) : Optional.empty();
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private Expression or() {
        List<Expression> parts = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression(Kind.OR, "or", parts);
    }

    private Expression and() {
        List<Expression> parts = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression(Kind.AND, "and", parts);
    }

    private Expression not() {
        return accept("not") || accept("!") ? Expression.of(Kind.NOT, "not", not()) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        if (accept("is")) {
            boolean negated = accept("not");
            return Expression.of(
                    Kind.OPERATOR, "is " + (negated ? "not " : "") + next().toLowerCase(Locale.ROOT), left);
        }
        boolean negated = accept("not");
        Expression made = compared(left);
        if (negated && made.equals(left)) {
            throw new UnsupportedOperationException();
        }
        return negated ? Expression.of(Kind.NOT, "not", made) : made;
    }

    private Expression compared(Expression left) {
        String operator = peek().toLowerCase(Locale.ROOT);
        if (COMPARISONS.contains(operator)) {
            next();
            return Expression.of(Kind.OPERATOR, operator, left, sum());
        } else if (MATCHES.contains(operator)) {
            next();
            return Expression.of(Kind.OPERATOR, operator.equals("rlike") ? "regexp" : operator, left, sum());
        } else if (accept("between")) {
            Expression least = sum();
            demand("and");
            return Expression.of(
                    Kind.AND,
                    "and",
                    Expression.of(Kind.OPERATOR, ">=", left, least),
                    Expression.of(Kind.OPERATOR, "<=", left, sum()));
        } else if (accept("in")) {
            demand("(");
            return Expression.of(Kind.OPERATOR, "=", left, new Expression(Kind.LIST, "in", list()));
        }
        return left;
    }

    private Expression sum() {
        Expression left = primary();
        while (SUMS.contains(peek().toLowerCase(Locale.ROOT))) {
            left = Expression.of(Kind.OTHER, next(), left, primary());
        }
        return left;
    }

    /** What stands in brackets that are open already. */
    private List<Expression> list() {
        List<Expression> parts = new ArrayList<>();
        if (accept(")")) {
            return parts;
        }
        do {
            parts.add(or());
        } while (accept(","));
        demand(")");
        return parts;
    }

    private Expression primary() {
        String token = next();
        char first = token.charAt(0);
        if (token.equals("(")) {
            List<Expression> inner = list();
            return inner.size() == 1 ? inner.get(0) : new Expression(Kind.OTHER, "row", inner);
        } else if (first == '`') {
            return Expression.of(
                    Kind.COLUMN, token.substring(1, token.length() - 1).replace("``", "`"));
        } else if (first == '\'') {
            return Expression.of(Kind.CONSTANT, unquoted(token));
        } else if (Character.isDigit(first)) {
            return Expression.of(Kind.CONSTANT, token);
        } else if (first == '-' && Character.isDigit(peek().isEmpty() ? ' ' : peek().charAt(0))) {
            return Expression.of(Kind.CONSTANT, "-" + next());
        } else if (first == '_' && peek().startsWith("'")) {
            return Expression.of(Kind.CONSTANT, unquoted(next()));
        } else if (Character.isLetter(first)) {
            return word(token);
        }
        throw new UnsupportedOperationException(token);
    }

    private Expression word(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        if (accept("(")) {
            return new Expression(Kind.CALL, folded, list());
        }
        return switch (folded) {
            case "true" -> Expression.of(Kind.CONSTANT, "1");
            case "false" -> Expression.of(Kind.CONSTANT, "0");
            default -> Expression.of(Kind.COLUMN, word);
        };
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1).replace("''", "'").replaceAll("\\\\(.)", "$1");
    }

    private boolean accept(String word) {
        boolean there = peek().equalsIgnoreCase(word);
        at += there ? 1 : 0;
        return there;
    }

    private void demand(String word) {
        if (!accept(word)) {
            throw new UnsupportedOperationException(word);
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at == tokens.size()) {
            throw new UnsupportedOperationException("it ends too early");
        }
        return tokens.get(at++);
    }
}
