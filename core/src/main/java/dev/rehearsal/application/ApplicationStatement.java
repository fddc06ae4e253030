package dev.rehearsal.application;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A statement of the application, as it stands in a file.
 *
 * @param file the file, relative to its folder, with slashes
 * @param line the line on which the statement begins, from 1
 * @param pieces its text, cut at the parameters
 * @param values what the file says of parameters: an SQL expression or query for each name
 */
public record ApplicationStatement(String file, int line, List<Piece> pieces, Map<String, String> values) {
    public ApplicationStatement {
        pieces = List.copyOf(pieces);
        values = Map.copyOf(values);
    }

    /** {@return the text as it was written, without the comments before it} */
    public String sql() {
        return pieces.stream().map(Piece::written).collect(Collectors.joining());
    }

    /** {@return the names of its parameters in the order of the text; a name that stands twice is there twice} */
    public List<String> parameters() {
        return pieces.stream().filter(Piece::parameter).map(Piece::text).toList();
    }

    /** {@return where it stands, for a reader: {@code orders.sql:12}} */
    public String place() {
        return file + ":" + line;
    }

    /**
     * A part of the text.
     *
     * @param text the parameter's name without its colon, or SQL
     * @param kind what it is
     */
    public record Piece(String text, Kind kind) {
        /** {@return whether it is a parameter} */
        public boolean parameter() {
            return kind == Kind.PARAMETER;
        }

        String written() {
            return parameter() ? ":" + text : text;
        }
    }

    /** What a part of the text is. */
    public enum Kind {
        /** SQL outside of quotes and comments. */
        SQL,
        /** A quoted name or string, or a comment: nothing in it means anything. */
        QUOTED,
        /** The place of a value. */
        PARAMETER
    }
}
