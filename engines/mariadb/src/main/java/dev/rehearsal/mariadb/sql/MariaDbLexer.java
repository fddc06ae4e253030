package dev.rehearsal.mariadb.sql;

import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import dev.rehearsal.text.TokenReading;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes SQL apart as MariaDB does with its usual SQL mode: a statement ends at a semicolon that stands in no quotes, no
 * comment, no brackets and no body of a routine, a trigger or an event. Stateless; safe for use by several threads.
 */
public final class MariaDbLexer implements Lexer {
    /** Makes one. */
    public MariaDbLexer() {}

    @Override
    public List<Token> tokens(String text) {
        return new Reading(text).all();
    }

    /** Where it is in its text, and how deep. */
    private static final class Reading extends TokenReading {
        private static final Pattern SPACE = Pattern.compile("[\\s\\x{FEFF}]++");
        private static final Pattern LINE_COMMENT = Pattern.compile("(?:#|--(?=\\s|\\z))[^\\n]*+");
        /** What stands in such a comment is run by the server. */
        private static final Pattern RUN = Pattern.compile("/\\*M?!\\d*+");

        private static final Pattern WORD = Pattern.compile("[A-Za-z_$\\x80-\\x{FFFF}][\\w$\\x80-\\x{FFFF}]*+");
        private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*+");
        /** Parts of a body that end with a word of their own. */
        private static final Pattern END_OF_PART = Pattern.compile("(?i)END\\s+(?:IF|LOOP|WHILE|REPEAT|FOR)\\b");

        private static final String WITH_BODY = "PROCEDURE|FUNCTION|TRIGGER|EVENT|PACKAGE";

        private boolean creates;
        private boolean routine;
        private String last = "";
        private int brackets;
        private int bodies;

        Reading(String text) {
            super(text);
        }

        @Override
        protected Token next(int at) {
            int space = after(SPACE, at);
            int comment = after(LINE_COMMENT, at);
            int run = after(RUN, at);
            if (space > at) {
                return whole(Kind.SPACE, at, space);
            } else if (comment > at) {
                return whole(Kind.COMMENT, at, comment);
            } else if (run > at) {
                return whole(Kind.SIGN, at, run);
            } else if (text.startsWith("/*", at)) {
                return until(Kind.COMMENT, at, at + 2, "*/");
            } else if (text.charAt(at) == ';' && brackets == 0 && bodies == 0) {
                creates = false;
                routine = false;
                last = "";
                return whole(Kind.END, at, at + 1);
            }
            return meaning(at);
        }

        private Token meaning(int at) {
            char c = text.charAt(at);
            int number = after(NUMBER, at);
            int word = after(WORD, at);
            if (c == '`') {
                return quoted(Kind.NAME, at, at, false);
            } else if (c == '\'' || c == '"') {
                return quoted(Kind.CONSTANT, at, at, true);
            } else if (number > at) {
                return whole(Kind.NUMBER, at, number);
            } else if (word > at) {
                word(at, text.substring(at, word).toUpperCase(Locale.ROOT));
                return whole(Kind.WORD, at, word);
            }
            brackets = Math.max(0, brackets + (c == '(' ? 1 : c == ')' ? -1 : 0));
            return whole(Kind.SIGN, at, at + (text.startsWith("*/", at) ? 2 : 1));
        }

        private void word(int at, String word) {
            creates |= last.isEmpty() && word.equals("CREATE");
            routine |= creates && word.matches(WITH_BODY);
            if (routine && brackets == 0) {
                boolean ofEnd = last.equals("END"); // END CASE ends one case, and begins none
                if (word.equals("BEGIN") || (word.equals("CASE") && bodies > 0 && !ofEnd)) {
                    bodies++;
                } else if (word.equals("END") && bodies > 0 && after(END_OF_PART, at) == at) {
                    bodies--;
                }
            }
            last = word;
        }
    }
}
