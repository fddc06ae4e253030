package dev.rehearsal.postgres.catalog;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parentheses that mean nothing: doubled ones, and those around a conjunction within a conjunction. The server writes
 * an expression with more or fewer of them, depending on how it came to be.
 */
final class Parentheses {
    private final String text;
    private final List<Token> tokens;
    private int at;

    private Parentheses(String text) {
        this.text = text;
        this.tokens = new PostgresLexer().tokens(text);
    }

    /** {@return the text without parentheses that mean nothing} */
    static String normalised(String text) {
        if (!text.startsWith("(") && !text.contains("((")) {
            return text; // each that means nothing is the first of all, or the second of two
        }
        Parentheses reader = new Parentheses(text);
        Group all = reader.group();
        // a closing parenthesis too many: not an expression, so each character counts
        return reader.at < reader.tokens.size() ? text : all.print();
    }

    /** Reads to the closing parenthesis, which it leaves, or to the end. */
    private Group group() {
        List<Object> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (at < tokens.size() && !isSign(")")) {
            if (isSign("(")) {
                flush(plain, parts);
                at++;
                parts.add(group());
            } else {
                plain.append(tokens.get(at).of(text));
            }
            at++;
        }
        flush(plain, parts);
        return new Group(parts).simplified();
    }

    private boolean isSign(String sign) {
        Token token = tokens.get(at);
        return token.kind() == Kind.SIGN && token.of(text).equals(sign);
    }

    private static void flush(StringBuilder plain, List<Object> parts) {
        if (!plain.isEmpty()) {
            parts.add(plain.toString());
            plain.setLength(0);
        }
    }

    /** What stands between two parentheses: texts and groups. */
    private record Group(List<Object> parts) {
        Group simplified() {
            if (parts.size() == 1 && parts.get(0) instanceof Group inner && !inner.isList()) {
                return inner;
            }
            for (String operator : List.of(" AND ", " OR ")) {
                if (joins(operator)) {
                    return new Group(parts.stream()
                            .flatMap(part -> part instanceof Group inner && inner.joins(operator)
                                    ? inner.parts().stream()
                                    : List.of(part).stream())
                            .toList());
                }
            }
            return this;
        }

        /** {@return whether it is groups with this operator between them and nothing else} */
        boolean joins(String operator) {
            return parts.size() > 2 && parts.stream().allMatch(part -> part instanceof Group || part.equals(operator));
        }

        /** A list of values in parentheses is a row: its parentheses mean something. */
        private boolean isList() {
            return parts.stream().anyMatch(part -> part instanceof String plain && plain.indexOf(',') >= 0);
        }

        String print() {
            StringBuilder printed = new StringBuilder();
            for (Object part : parts) {
                printed.append(part instanceof Group inner ? "(" + inner.print() + ")" : part);
            }
            return printed.toString();
        }
    }
}
