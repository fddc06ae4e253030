package dev.rehearsal.postgres.script;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Scripts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into statements where the server does: at each semicolon that stands in no quotes, no comment, no brackets
 * and no body between BEGIN ATOMIC and its END.
 */
final class StatementCutter {
    /** The first words tell what a statement is. */
    private static final int TELLING = 8;

    private static final Pattern DOLLARS = Pattern.compile("\\$([A-Za-z_\\x80-\\uFFFF][\\w\\x80-\\uFFFF]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_\\x80-\\uFFFF][\\w$\\x80-\\uFFFF]*");
    private static final Pattern LINE_COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern ROUTINE = Pattern.compile("CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)\\b.*");
    private static final Pattern BEGINS = Pattern.compile("(BEGIN|START TRANSACTION)\\b.*");
    private static final Pattern ENDS =
            Pattern.compile("(COMMIT|END|ABORT|PREPARE TRANSACTION|ROLLBACK(?! TO\\b| (WORK|TRANSACTION) TO\\b))\\b.*");

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int position;
    private int begin = -1;
    private int brackets;
    private int bodies;
    private int told;

    StatementCutter(String text) {
        this.text = text;
    }

    List<Part> parts() {
        while (position < text.length()) {
            next();
        }
        end();
        return List.copyOf(parts);
    }

    private void next() {
        char c = text.charAt(position);
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            position++;
        } else if (text.startsWith("--", position)) {
            position = after(LINE_COMMENT);
        } else if (text.startsWith("/*", position)) {
            position = afterComment();
        } else if (c == ';' && brackets == 0 && bodies == 0) {
            end();
            position++;
        } else {
            begin = begin < 0 ? position : begin;
            token(c);
        }
    }

    private void token(char c) {
        boolean escapes = (c == 'E' || c == 'e') && text.startsWith("'", position + 1);
        int word = after(WORD);
        int tag = after(DOLLARS);
        if (c == '\'' || c == '"' || escapes) {
            position = afterQuotes(escapes ? position + 1 : position, escapes);
        } else if (tag > position) {
            int close = text.indexOf(text.substring(position, tag), tag);
            position = close < 0 ? text.length() : close + tag - position;
        } else if (word > position) {
            word(text.substring(position, word).toUpperCase(Locale.ROOT));
            position = word;
        } else {
            brackets = Math.max(0, brackets + (c == '(' ? 1 : c == ')' ? -1 : 0));
            position++;
        }
    }

    /** Inside a routine's body a CASE, too, ends with END. */
    private void word(String word) {
        if (told++ < TELLING) {
            words.append(words.isEmpty() ? "" : " ").append(word);
        }
        if (brackets > 0 || !ROUTINE.matcher(words).matches()) {
            return;
        }
        if (word.equals("BEGIN") || (word.equals("CASE") && bodies > 0)) {
            bodies++;
        } else if (word.equals("END") && bodies > 0) {
            bodies--;
        }
    }

    private int afterQuotes(int open, boolean escapes) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean pair = c == quote ? text.startsWith(String.valueOf(quote), i + 1) : escapes && c == '\\';
            if (c == quote && !pair) {
                return i + 1;
            }
            i += pair ? 2 : 1;
        }
        return text.length();
    }

    private int after(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        return matcher.lookingAt() ? matcher.end() : position;
    }

    private int afterComment() {
        int depth = 0;
        for (int i = position; i < text.length() - 1; i++) {
            boolean opens = text.startsWith("/*", i);
            if (opens || text.startsWith("*/", i)) {
                depth += opens ? 1 : -1;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return text.length();
    }

    private void end() {
        if (begin >= 0) {
            String sql = text.substring(begin, position).stripTrailing();
            parts.add(new Part(begin, sql, control(words.toString())));
        }
        begin = -1;
        brackets = 0;
        bodies = 0;
        told = 0;
        words.setLength(0);
    }

    private static Control control(String words) {
        if (BEGINS.matcher(words).matches()) {
            return Control.BEGINS;
        }
        return ENDS.matcher(words).matches() ? Control.ENDS : Control.NONE;
    }
}
