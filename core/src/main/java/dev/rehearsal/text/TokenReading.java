package dev.rehearsal.text;

import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One walk over a text, from piece to piece; what the pieces are, each engine says. */
public abstract class TokenReading {
    /** The text. */
    protected final String text;

    private final List<Token> tokens = new ArrayList<>();
    private int position;

    /**
     * Begins at the text's first character.
     *
     * @param text any
     */
    protected TokenReading(String text) {
        this.text = text;
    }

    /** {@return all pieces} */
    public final List<Token> all() {
        while (position < text.length()) {
            Token next = next(position);
            tokens.add(next);
            position = next.end();
        }
        return List.copyOf(tokens);
    }

    /**
     * {@return the piece that begins somewhere}
     *
     * @param at where
     */
    protected abstract Token next(int at);

    /**
     * {@return a piece that is whole}
     *
     * @param kind what it is
     * @param at where it begins
     * @param end behind its last character
     */
    protected static Token whole(Kind kind, int at, int end) {
        return new Token(kind, at, end, true);
    }

    /**
     * {@return where the text matches to; the same place if it does not match}
     *
     * @param pattern what is looked for
     * @param at where
     */
    protected final int after(Pattern pattern, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : at;
    }

    /**
     * {@return a piece in quotes, which stand twice for themselves inside}
     *
     * @param kind what it is
     * @param at where it begins
     * @param open where its first quote is
     * @param escapes whether a backslash takes the meaning from the next character
     */
    protected final Token quoted(Kind kind, int at, int open, boolean escapes) {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean pair = c == quote ? i + 1 < text.length() && text.charAt(i + 1) == quote : escapes && c == '\\';
            if (c == quote && !pair) {
                return whole(kind, at, i + 1);
            }
            i += pair ? 2 : 1;
        }
        return new Token(kind, at, text.length(), false);
    }

    /**
     * {@return a piece up to a text that ends it}
     *
     * @param kind what it is
     * @param at where it begins
     * @param inside where what it holds begins
     * @param end what ends it
     */
    protected final Token until(Kind kind, int at, int inside, String end) {
        int close = text.indexOf(end, inside);
        return close < 0 ? new Token(kind, at, text.length(), false) : whole(kind, at, close + end.length());
    }
}
