package dev.rehearsal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parentheses that mean nothing: doubled ones, and those around a conjunction within a conjunction. The server writes
 * an expression with more or fewer of them, depending on how it came to be.
 */
final class Parentheses {
    /** Types whose definitions are expressions; the text of a function or a comment means itself. */
    private static final Set<String> EXPRESSIONS =
            Set.of("column", "constraint", "index", "policy", "trigger", "rule", "view", "materialized view", "domain");

    private final String text;
    private int at;

    private Parentheses(String text) {
        this.text = text;
    }

    /** {@return whether two definitions differ in nothing but parentheses that mean nothing} */
    static boolean sameExpression(String type, String before, String after) {
        return EXPRESSIONS.contains(type) && normalised(before).equals(normalised(after));
    }

    /** {@return the text without parentheses that mean nothing} */
    static String normalised(String text) {
        if (text.indexOf('(') < 0) {
            return text;
        }
        Parentheses reader = new Parentheses(text);
        Group all = reader.group();
        // a closing parenthesis too many: not an expression, so each character counts
        return reader.at < text.length() ? text : all.print();
    }

    /** Reads to the closing parenthesis, which it leaves, or to the end. */
    private Group group() {
        List<Object> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (at < text.length() && text.charAt(at) != ')') {
            char c = text.charAt(at);
            if (c == '(') {
                flush(plain, parts);
                at++;
                parts.add(group());
                at++;
            } else if (c == '\'' || c == '"') {
                int end = text.indexOf(c, at + 1);
                int next = end < 0 ? text.length() : end + 1;
                plain.append(text, at, next);
                at = next;
            } else {
                plain.append(c);
                at++;
            }
        }
        flush(plain, parts);
        return new Group(parts).simplified();
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
