package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what follows INSERT INTO: the table, the columns, and the values that stand there. */
final class InsertReader {
    /** Words that end the list of a query. */
    private static final Set<String> STOP = Set.of("from", "where", "union", "on", "limit", "order", "returning");

    private static final Set<String> ENDS = Set.of(",", ")", ";");

    private final String text;
    private int at;

    InsertReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** {@return the parts of the table's name; empty if it is none} */
    List<String> name() {
        List<String> parts = new ArrayList<>();
        String part = takeName();
        while (part != null) {
            parts.add(InsertedRows.folded(part));
            part = takes(".") ? takeName() : null;
        }
        return parts;
    }

    /** {@return the names of the columns; empty if there are none} */
    List<String> columns() {
        if (takes("as")) {
            takeName();
        }
        int before = at;
        List<String> columns = new ArrayList<>();
        if (takes("(")) {
            do {
                String column = takeName();
                if (column == null) {
                    at = before;
                    return List.of();
                }
                columns.add(InsertedRows.folded(column));
            } while (takes(","));
            takes(")");
        }
        if (takes("overriding")) {
            takeName();
            takes("value");
        }
        return columns;
    }

    /** {@return the rows; of a query those whose values are constants} */
    List<List<@Nullable String>> rows() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (takes("values")) {
            while (takes("(")) {
                rows.add(values());
                takes(")");
                if (!takes(",")) {
                    break;
                }
            }
        } else if (takes("select")) {
            do {
                rows.add(values());
            } while (takesUnion());
        }
        return rows;
    }

    private List<@Nullable String> values() {
        List<@Nullable String> values = new ArrayList<>();
        do {
            values.add(Literals.of(expression()));
        } while (takes(","));
        return values;
    }

    /** {@return whether the statement goes on with another query, whose values come next} */
    private boolean takesUnion() {
        while (at < text.length()) {
            Token token = PostgresLexer.next(text, at);
            if (token.kind() == Kind.END) {
                return false;
            }
            at = token.end();
            if (isWord(token, "union")) {
                takes("all");
                if (takes("select")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Up to the comma or bracket that ends it, or the word that ends a query's list. */
    private String expression() {
        skip();
        int from = at;
        int depth = 0;
        while (at < text.length()) {
            Token token = PostgresLexer.next(text, at);
            String word = token.of(text).toLowerCase(Locale.ROOT);
            boolean ends = token.kind() == Kind.WORD ? STOP.contains(word) : ENDS.contains(word);
            if (depth == 0 && ends) {
                break;
            }
            depth += "([".contains(word) ? 1 : ")]".contains(word) ? -1 : 0;
            at = token.end();
        }
        return text.substring(from, at).trim();
    }

    private boolean takes(String word) {
        skip();
        boolean there = at < text.length() && isWord(PostgresLexer.next(text, at), word);
        at += there ? word.length() : 0;
        return there;
    }

    private @Nullable String takeName() {
        skip();
        if (at == text.length()) {
            return null;
        }
        Token token = PostgresLexer.next(text, at);
        if (token.kind() != Kind.WORD && token.kind() != Kind.NAME) {
            return null;
        }
        at = token.end();
        return token.of(text);
    }

    private boolean isWord(Token token, String word) {
        return token.of(text).equalsIgnoreCase(word);
    }

    private void skip() {
        while (at < text.length() && PostgresLexer.next(text, at).isBlank()) {
            at = PostgresLexer.next(text, at).end();
        }
    }
}
