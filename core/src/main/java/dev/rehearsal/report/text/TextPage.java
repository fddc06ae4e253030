package dev.rehearsal.report.text;

import dev.rehearsal.report.format.Plain;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of plain text that are never wider than a page. */
final class TextPage {
    static final int WIDTH = 100;
    private static final int LONGEST_TEXT = 2_000;
    /** Between words; a number stays with its unit. */
    private static final Pattern GAP = Pattern.compile(" (?!(?:ms|s|min|h)\\b)");

    private final StringBuilder text = new StringBuilder();

    /** Adds a text, broken between words, each line indented; the first begins with the bullet. */
    void paragraph(int indent, String bullet, String foreign) {
        String margin = " ".repeat(indent + bullet.length());
        StringBuilder line = new StringBuilder(" ".repeat(indent) + bullet);
        for (String word : GAP.split(Plain.shorten(Plain.line(foreign), LONGEST_TEXT), -1)) {
            if (length(line) + length(word) > WIDTH && !line.toString().isBlank() && length(line) > margin.length()) {
                end(line);
                line = new StringBuilder(margin);
            }
            line = appendBroken(line, word, margin).append(' ');
        }
        end(line);
    }

    /** Adds a text whose own line breaks matter, such as SQL. */
    void block(int indent, String bullet, String foreign) {
        List<String> lines = Plain.lines(Plain.shorten(foreign, LONGEST_TEXT));
        String margin = " ".repeat(indent + bullet.length());
        for (int i = 0; i < lines.size(); i++) {
            String start = i == 0 ? " ".repeat(indent) + bullet : margin;
            String line = lines.get(i);
            if (length(start + line) <= WIDTH) {
                end(new StringBuilder(start + line));
            } else {
                paragraph(i == 0 ? indent : margin.length(), i == 0 ? bullet : "", line);
            }
        }
    }

    /** Adds one line, cut if it is too long. */
    void line(String foreign) {
        end(new StringBuilder(Plain.shorten(foreign, WIDTH)));
    }

    /** Adds an empty line. */
    void gap() {
        text.append('\n');
    }

    /** {@return all of it, harmless to a build server} */
    String print() {
        return Plain.withoutCommands(text.toString());
    }

    private StringBuilder appendBroken(StringBuilder line, String word, String margin) {
        String rest = word;
        StringBuilder current = line;
        while (length(current) + length(rest) > WIDTH) {
            int cut = rest.offsetByCodePoints(0, WIDTH - length(current));
            end(current.append(rest, 0, cut));
            rest = rest.substring(cut);
            current = new StringBuilder(margin);
        }
        return current.append(rest);
    }

    private void end(StringBuilder line) {
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
