package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Plain;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a script.
 *
 * @param number its number, from 1
 * @param text what stands in it
 * @param hot whether it is the one that a finding speaks of
 */
public record SourceLine(int number, String text, boolean hot) {
    private static final int CONTEXT = 2;
    private static final int LONGEST = 400;
    private static final int MOST = 500;

    /** {@return the line and its neighbours; nothing if the script is shorter} */
    static List<SourceLine> around(String script, int line) {
        List<String> lines = script.lines().limit((long) line + CONTEXT).toList();
        return line > lines.size()
                ? List.of()
                : IntStream.rangeClosed(Math.max(1, line - CONTEXT), lines.size())
                        .mapToObj(n -> of(lines, n, List.of(line)))
                        .toList();
    }

    /** {@return the script from its first line on} */
    static List<SourceLine> all(String script, List<Integer> hot) {
        List<String> lines = script.lines().limit(MOST).toList();
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(n -> of(lines, n, hot))
                .toList();
    }

    private static SourceLine of(List<String> lines, int number, List<Integer> hot) {
        String text = String.join(" ", Plain.lines("." + Plain.shorten(lines.get(number - 1), LONGEST)));
        return new SourceLine(number, text.substring(1), hot.contains(number));
    }
}
