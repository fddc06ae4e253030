package dev.rehearsal.postgres.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what follows INSERT INTO: the table, the columns, and the values that stand there. */
final class InsertReader {
    private static final Pattern SPACE = Pattern.compile("(?:\\s++|--[^\\n]*+|/\\*(?s:.*?)\\*/)*+");
    private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern OVERRIDING =
            Pattern.compile("overriding\\s+(system|user)\\s+value\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUES = Pattern.compile("values\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALIAS = Pattern.compile("as\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SELECT = Pattern.compile("select\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNION = Pattern.compile("\\bunion\\s+(all\\s+)?select\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOP =
            Pattern.compile("(from|where|union|on|limit|order|returning)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("'[^']*+(?:''[^']*+)*+'|\"[^\"]*+\"|\\$(\\w*)\\$(?s:.*?)\\$\\1\\$");

    private final String text;
    private int at;

    InsertReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** {@return the parts of the table's name; empty if it is none} */
    List<String> name() {
        List<String> parts = new ArrayList<>();
        String part = take(NAME);
        while (part != null) {
            parts.add(InsertedRows.folded(part));
            part = takes('.') ? take(NAME) : null;
        }
        return parts;
    }

    /** {@return the names of the columns; empty if there are none} */
    List<String> columns() {
        if (take(ALIAS) != null) {
            take(NAME);
        }
        int before = at;
        List<String> columns = new ArrayList<>();
        if (takes('(')) {
            do {
                String column = take(NAME);
                if (column == null) {
                    at = before;
                    return List.of();
                }
                columns.add(InsertedRows.folded(column));
            } while (takes(','));
            takes(')');
        }
        take(OVERRIDING);
        return columns;
    }

    /** {@return the rows; of a query those whose values are constants} */
    List<List<@Nullable String>> rows() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        if (take(VALUES) != null) {
            while (takes('(')) {
                rows.add(values());
                takes(')');
                if (!takes(',')) {
                    break;
                }
            }
        } else if (take(SELECT) != null) {
            rows.add(values());
            Matcher union = UNION.matcher(text);
            while (union.find(at) && text.lastIndexOf(';', union.start()) < at) {
                at = union.end();
                rows.add(values());
            }
        }
        return rows;
    }

    private List<@Nullable String> values() {
        List<@Nullable String> values = new ArrayList<>();
        do {
            values.add(Literals.of(expression()));
        } while (takes(','));
        return values;
    }

    /** Up to the comma or bracket that ends it, or the word that ends a query's list. */
    private String expression() {
        take(SPACE);
        int from = at;
        int depth = 0;
        boolean word = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0
                    && (c == ','
                            || c == ')'
                            || c == ';'
                            || (!word && matcher(STOP).lookingAt()))) {
                break;
            }
            Matcher quoted = matcher(QUOTED);
            if (!word && quoted.lookingAt()) {
                at = quoted.end();
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            word = Character.isLetterOrDigit(c) || c == '_';
            at++;
        }
        return text.substring(from, at).trim();
    }

    private boolean takes(char c) {
        take(SPACE);
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private @Nullable String take(Pattern pattern) {
        if (pattern != SPACE) {
            take(SPACE);
        }
        Matcher matcher = matcher(pattern);
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }
}
