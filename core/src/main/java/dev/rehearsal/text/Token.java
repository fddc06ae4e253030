package dev.rehearsal.text;

/**
 * A piece of a text in an engine's SQL.
 *
 * @param kind what it is
 * @param start where it begins in the text
 * @param end behind its last character
 * @param ended whether it ends as its kind has to; a quote or a comment may go on to the end of the text
 */
public record Token(Kind kind, int start, int end, boolean ended) {
    /** What a piece is. */
    public enum Kind {
        /** Blanks and line ends. */
        SPACE,
        /** A comment, which the server passes over. */
        COMMENT,
        /** A value in quotes, or a body. */
        CONSTANT,
        /** A name in quotes. */
        NAME,
        /** A keyword or a name without quotes. */
        WORD,
        /** Digits. */
        NUMBER,
        /** An operator, a bracket, or anything else. */
        SIGN,
        /** What ends a statement. */
        END
    }

    /** {@return whether it means nothing to the server} */
    public boolean isBlank() {
        return kind == Kind.SPACE || kind == Kind.COMMENT;
    }

    /**
     * {@return its characters}
     *
     * @param text that it is a piece of
     */
    public String of(String text) {
        return text.substring(start, end);
    }
}
