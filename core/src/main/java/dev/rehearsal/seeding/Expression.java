package dev.rehearsal.seeding;

import java.util.List;

/**
 * A node of a CHECK expression, as the server prints it.
 *
 * @param kind what it is
 * @param text a column's name, a constant's text, an operator or a function's name
 * @param parts its operands
 */
public record Expression(Kind kind, String text, List<Expression> parts) {
    public Expression {
        parts = List.copyOf(parts);
    }

    /** Sorts of nodes. */
    public enum Kind {
        AND,
        OR,
        NOT,
        OPERATOR,
        CALL,
        COLUMN,
        CONSTANT,
        LIST,
        OTHER
    }

    public static Expression of(Kind kind, String text, Expression... parts) {
        return new Expression(kind, text, List.of(parts));
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
