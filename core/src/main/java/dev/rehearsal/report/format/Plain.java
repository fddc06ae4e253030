package dev.rehearsal.report.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes foreign text harmless to print. Names, SQL and error messages come from migrations that nobody has reviewed
 * yet; they must not colour a terminal, reorder a line, or speak to a build server.
 */
public final class Plain {
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    /** GitHub obeys this at the start of a line, Azure and TeamCity obey the others anywhere in it. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^([\\s>]*):(?=:)|#(?=#(?:\\[|vso\\[|teamcity\\[))", Pattern.CASE_INSENSITIVE);

    private Plain() {}

    /**
     * {@return the text on one line: line breaks and runs of blanks are one blank, other control and invisible
     * characters are shown as U+FFFD}
     *
     * @param text any text
     */
    public static String line(String text) {
        return BLANKS.matcher(printable(LINE_BREAK.matcher(text).replaceAll(" ")))
                .replaceAll(" ")
                .strip();
    }

    /**
     * {@return the text as one line of a build's log, its indentation kept, that commands no build server}
     *
     * @param text any text
     */
    public static String entry(String text) {
        return withoutCommands(
                printable(LINE_BREAK.matcher(text).replaceAll(" ")).stripTrailing());
    }

    /**
     * {@return the lines of the text, indentation kept, without blank lines at both ends}
     *
     * @param text any text
     */
    public static List<String> lines(String text) {
        return LINE_BREAK
                .splitAsStream(text.stripTrailing())
                .map(l -> printable(l).stripTrailing())
                .dropWhile(String::isEmpty)
                .toList();
    }

    /**
     * {@return the text, cut and ended with an ellipsis if it is longer}
     *
     * @param text any text
     * @param limit how many characters at most
     */
    public static String shorten(String text, int limit) {
        int length = text.codePointCount(0, text.length());
        return length <= limit ? text : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
    }

    /**
     * {@return the text, cut between words and ended with an ellipsis if it is longer}
     *
     * @param text any text
     * @param limit how many characters at most
     */
    public static String words(String text, int limit) {
        String cut = shorten(text, limit);
        int gap = cut.lastIndexOf(' ');
        return cut.equals(text) || gap <= 0 ? cut : cut.substring(0, gap) + " …";
    }

    /**
     * {@return a finished text in which no line is a command to a build server: {@code ::error::} is no longer at the
     * start of a line}
     *
     * @param text a finished text of many lines
     */
    public static String withoutCommands(String text) {
        return COMMAND.matcher(text).replaceAll(m -> m.group(1) == null ? "·" : m.group(1) + "·");
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(printable(c)));
        return out.toString();
    }

    private static int printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.CONTROL -> codePoint == '\t' ? ' ' : '\uFFFD';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> '\uFFFD';
            default -> codePoint;
        };
    }
}
