package dev.rehearsal.report.html;

import dev.rehearsal.migration.Script;
import dev.rehearsal.report.format.Plain;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a script.
 *
 * @param number its number in the file, from 1
 * @param text what stands in it
 * @param hot whether it is the one that a finding speaks of
 */
public record SourceLine(int number, String text, boolean hot) {
    private static final int CONTEXT = 2;
    private static final int LONGEST = 400;
    private static final int MOST = 500;

    /** {@return the line and its neighbours; nothing if the script is shorter} */
    static List<SourceLine> around(Script script, int line) {
        int at = line - script.firstLine();
        List<String> lines =
                script.text().lines().limit(Math.max(0, at + 1L + CONTEXT)).toList();
        return at < 0 || at >= lines.size()
                ? List.of()
                : IntStream.range(Math.max(0, at - CONTEXT), lines.size())
                        .mapToObj(n -> of(script, lines.get(n), n, List.of(line)))
                        .toList();
    }

    /** {@return the script from its first line on} */
    static List<SourceLine> all(Script script, List<Integer> hot) {
        List<String> lines = script.text().lines().limit(MOST).toList();
        return IntStream.range(0, lines.size())
                .mapToObj(n -> of(script, lines.get(n), n, hot))
                .toList();
    }

    private static SourceLine of(Script script, String line, int index, List<Integer> hot) {
        String text = String.join(" ", Plain.lines("." + Plain.shorten(line, LONGEST)));
        int number = script.firstLine() + index;
        return new SourceLine(number, text.substring(1), hot.contains(number));
    }
}
