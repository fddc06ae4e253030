package dev.rehearsal.postgres.script;

import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import dev.rehearsal.text.TokenReading;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes SQL apart where the server does: a statement ends at a semicolon that stands in no quotes, no comment, no brackets
 * and no body between BEGIN ATOMIC and its END. Stateless; safe for use by several threads.
 */
public final class PostgresLexer implements Lexer {
    /** Makes one. */
    public PostgresLexer() {}

    @Override
    public List<Token> tokens(String text) {
        return new Reading(text).all();
    }

    /**
     * {@return the piece that begins somewhere in a text, as if a statement began there}
     *
     * @param text any
     * @param at where
     */
    public static Token next(String text, int at) {
        return new Reading(text).next(at);
    }

    /** Where it is in its text, and how deep. */
    private static final class Reading extends TokenReading {
        /** The first words tell what a statement is. */
        private static final int TELLING = 4;

        private static final Pattern SPACE = Pattern.compile("[\\s\\x{FEFF}]++");
        private static final Pattern LINE_COMMENT = Pattern.compile("--[^\\n]*+");
        private static final Pattern DOLLARS =
                Pattern.compile("\\$([A-Za-z_\\x80-\\x{FFFF}][\\w\\x80-\\x{FFFF}]*+)?\\$");
        private static final Pattern WORD = Pattern.compile("[A-Za-z_\\x80-\\x{FFFF}][\\w$\\x80-\\x{FFFF}]*+");
        private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*+");
        private static final Pattern PREFIX = Pattern.compile("[eEbBxXnN](?=')");
        private static final Pattern ROUTINE = Pattern.compile("CREATE (OR REPLACE )?(FUNCTION|PROCEDURE)");

        private final StringBuilder first = new StringBuilder();
        private int told;
        private boolean routine;
        private int brackets;
        private int bodies;

        Reading(String text) {
            super(text);
        }

        @Override
        protected Token next(int at) {
            int space = after(SPACE, at);
            int comment = after(LINE_COMMENT, at);
            if (space > at) {
                return whole(Kind.SPACE, at, space);
            } else if (comment > at) {
                return whole(Kind.COMMENT, at, comment);
            } else if (text.startsWith("/*", at)) {
                return blockComment(at);
            } else if (text.charAt(at) == ';' && brackets == 0 && bodies == 0) {
                return end(at);
            }
            return meaning(at);
        }

        private Token meaning(int at) {
            char c = text.charAt(at);
            int open = after(PREFIX, at);
            int tag = after(DOLLARS, at);
            int number = after(NUMBER, at);
            int word = after(WORD, at);
            if (c == '"') {
                return quoted(Kind.NAME, at, at, false);
            } else if (open > at || c == '\'') {
                return quoted(Kind.CONSTANT, at, open, c == 'e' || c == 'E');
            } else if (tag > at) {
                return until(Kind.CONSTANT, at, tag, text.substring(at, tag));
            } else if (number > at) {
                return whole(Kind.NUMBER, at, number);
            } else if (word > at) {
                word(text.substring(at, word).toUpperCase(Locale.ROOT));
                return whole(Kind.WORD, at, word);
            }
            brackets = Math.max(0, brackets + (c == '(' ? 1 : c == ')' ? -1 : 0));
            return whole(Kind.SIGN, at, at + (text.startsWith("::", at) ? 2 : 1));
        }

        /** Inside a routine's body a CASE, too, ends with END. */
        private void word(String word) {
            if (told++ < TELLING) {
                first.append(first.isEmpty() ? "" : " ").append(word);
                routine |= ROUTINE.matcher(first).matches();
            }
            if (brackets > 0 || !routine) {
                return;
            }
            if (word.equals("BEGIN") || (word.equals("CASE") && bodies > 0)) {
                bodies++;
            } else if (word.equals("END") && bodies > 0) {
                bodies--;
            }
        }

        /** A comment may hold others. */
        private Token blockComment(int at) {
            int depth = 0;
            for (int i = at; i < text.length() - 1; i++) {
                boolean opens = text.startsWith("/*", i);
                if (opens || text.startsWith("*/", i)) {
                    depth += opens ? 1 : -1;
                    i++;
                    if (depth == 0) {
                        return whole(Kind.COMMENT, at, i + 1);
                    }
                }
            }
            return new Token(Kind.COMMENT, at, text.length(), false);
        }

        private Token end(int at) {
            first.setLength(0);
            told = 0;
            routine = false;
            return whole(Kind.END, at, at + 1);
        }
    }
}
