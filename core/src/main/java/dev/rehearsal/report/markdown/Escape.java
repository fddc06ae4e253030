package dev.rehearsal.report.markdown;

import dev.rehearsal.report.format.Plain;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes foreign text inert in GitHub's and GitLab's Markdown: no markup, no mention, no link, no image, no formula. */
public final class Escape {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]{}()|~!]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    /** What hosts turn into links: @name, #12, !12, https://, www. A zero-width space behind it stops them. */
    private static final Pattern LINKED = Pattern.compile("[@#]|://|(?i:www\\.)|(?i:GH-)");

    private Escape() {}

    /**
     * {@return the text on one line}
     *
     * @param foreign any text
     */
    public static String text(String foreign) {
        String html = html(Plain.line(foreign));
        String literal = MARKUP.matcher(html).replaceAll(m -> "\\\\\\" + m.group());
        return LINKED.matcher(literal).replaceAll(m -> m.group() + "\u200B").replace("$", "&#36;");
    }

    /** {@return the text with what HTML gives a meaning written as entities} */
    private static String html(String line) {
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * {@return the text as a code span, also fit for a cell of a table}
     *
     * @param foreign any text
     */
    public static String code(String foreign) {
        String line = Plain.line(foreign);
        String fence = "`".repeat(longestBackticks(line) + 1);
        String margin = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return line.isEmpty() ? "" : fence + margin + line.replace("|", "\\|") + margin + fence;
    }

    /**
     * {@return the text as a block of code, its lines kept}
     *
     * @param language what it is written in
     * @param lines its lines
     */
    public static String block(String language, List<String> lines) {
        String body = lines.stream().map(l -> l + "\n").collect(Collectors.joining());
        String fence = "`".repeat(Math.max(3, longestBackticks(body) + 1));
        return fence + language + "\n" + body + fence + "\n";
    }

    private static int longestBackticks(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(m -> m.end() - m.start())
                .max()
                .orElse(0);
    }
}
