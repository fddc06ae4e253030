package dev.rehearsal.seeding;

import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the statements that insert rows: the table, the columns, and the values that stand there. */
final class InsertReader {
    /** Words that end the list of a query. */
    private static final Set<String> STOP = Set.of("from", "where", "union", "on", "limit", "order", "returning");

    private static final Set<String> ENDS = Set.of(",", ")", ";");

    /** Words that may stand between INSERT and INTO. */
    private static final Set<String> BESIDE = Set.of("ignore", "low_priority", "high_priority", "delayed");

    private final String text;
    private final ScriptWords words;
    private final List<Token> tokens;
    private int at;

    InsertReader(String text, ScriptWords words) {
        this.text = text;
        this.words = words;
        this.tokens =
                words.tokens(text).stream().filter(token -> !token.isBlank()).toList();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** {@return whether there is another insert; then its table comes next} */
    boolean findsInsert() {
        for (; at < tokens.size(); at++) {
            if (takes("insert") || takes("replace")) {
                while (at < tokens.size() && BESIDE.contains(word(at))) {
                    at++;
                }
                if (takes("into")) {
                    return true;
                }
                at--;
            }
        }
        return false;
    }

    /** {@return the parts of the table's name; empty if it is none} */
    List<String> name() {
        List<String> parts = new ArrayList<>();
        String part = takeName();
        while (part != null) {
            parts.add(part);
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
                columns.add(column);
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
        if (takes("values") || takes("value")) {
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
            values.add(words.constant(expression()));
        } while (takes(","));
        return values;
    }

    /** {@return whether the statement goes on with another query, whose values come next} */
    private boolean takesUnion() {
        while (at < tokens.size() && tokens.get(at).kind() != Kind.END) {
            if (takes("union")) {
                takes("all");
                if (takes("select")) {
                    return true;
                }
            } else {
                at++;
            }
        }
        return false;
    }

    /** Up to the comma or bracket that ends it, or the word that ends a query's list. */
    private String expression() {
        int from = at;
        int depth = 0;
        while (at < tokens.size()) {
            String word = word(at);
            boolean ends = tokens.get(at).kind() == Kind.WORD ? STOP.contains(word) : ENDS.contains(word);
            if (depth == 0 && ends) {
                break;
            }
            depth += "([".contains(word) ? 1 : ")]".contains(word) ? -1 : 0;
            at++;
        }
        return from == at
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(at - 1).end());
    }

    private boolean takes(String word) {
        boolean there = at < tokens.size() && word(at).equals(word);
        at += there ? 1 : 0;
        return there;
    }

    private @Nullable String takeName() {
        if (at == tokens.size()
                || (tokens.get(at).kind() != Kind.WORD && tokens.get(at).kind() != Kind.NAME)) {
            return null;
        }
        return words.name(tokens.get(at++).of(text));
    }

    private String word(int index) {
        return tokens.get(index).of(text).toLowerCase(Locale.ROOT);
    }
}
