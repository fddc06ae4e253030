package dev.rehearsal.sql;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text, with their places. */
final class Lines {
    private Lines() {}

    /** {@return the lines that begin between two places} */
    static List<Line> of(String text, int from, int to) {
        List<Line> lines = new ArrayList<>();
        int start = from;
        while (start < to) {
            int feed = text.indexOf('\n', start);
            int next = feed < 0 || feed >= to ? to : feed + 1;
            int end = next;
            while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            lines.add(new Line(start, end, next, text.substring(start, end)));
            start = next;
        }
        return lines;
    }

    /**
     * One line.
     *
     * @param start its first character
     * @param end the one after its last
     * @param next the first of the next line
     * @param text the line without what ends it
     */
    record Line(int start, int end, int next, String text) {
        boolean blank() {
            return text.isBlank();
        }

        boolean begins(String with) {
            return text.strip().startsWith(with);
        }
    }
}
