package dev.rehearsal.liquibase;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The text of a file, and where its lines are. */
final class FileText {
    private final String text;
    /** Where each line begins. */
    private final int[] starts;

    FileText(String text) {
        this.text = text;
        this.starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /**
     * A part of it.
     *
     * @param from its first character, from 0
     * @param to the one after its last
     */
    record Span(int from, int to) {}

    String text() {
        return text;
    }

    /** {@return the character at a place as parsers tell it, both counted from 1} */
    int offset(int line, int column) {
        int start = starts[Math.min(starts.length, Math.max(1, line)) - 1];
        return Math.min(text.length(), start + Math.max(0, column - 1));
    }

    /** {@return the line of a character, from 1} */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    String part(Span span) {
        return text.substring(span.from(), span.to());
    }

    /** {@return a part of it in which others are blank, so that all else stays in its place} */
    String without(Span span, List<Span> holes) {
        StringBuilder left = new StringBuilder(part(span));
        for (Span hole : holes) {
            for (int i = Math.max(hole.from(), span.from()); i < Math.min(hole.to(), span.to()); i++) {
                char c = text.charAt(i);
                left.setCharAt(i - span.from(), c == '\n' || c == '\r' ? c : ' ');
            }
        }
        return left.toString();
    }
}
