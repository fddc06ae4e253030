package dev.rehearsal.liquibase;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds statements in the text from which they were made. Blanks and comments do not count, since Liquibase changes both;
 * a text that is quoted for XML, YAML or JSON is read as it is meant.
 */
final class TextSearch {
    private static final String[][] QUOTED = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&apos;", "'"},
        {"\\n", ""}, {"\\t", ""}, {"\\r", ""}, {"\\\"", "\""}, {"\\\\", "\\"}
    };

    private final Squeezed text;
    private int from;

    TextSearch(Region.Part part, boolean quoted) {
        this.text = Squeezed.of(part.text(), part.line(), quoted);
    }

    /** Goes on at a line: what stands before it is not meant. */
    void at(int line) {
        from = text.at(line);
    }

    /**
     * {@return where a statement stands, after those that were asked for before; null if it does not}
     *
     * @param sql as it is sent
     */
    @Nullable
    Found find(String sql) {
        String wanted = Squeezed.of(sql, 1, false).text;
        if (wanted.isEmpty()) {
            return null;
        }
        int start = text.text.indexOf(wanted, from);
        start = start < 0 ? text.text.indexOf(wanted) : start;
        if (start < 0) {
            return null;
        }
        from = start + wanted.length();
        return new Found(text, start);
    }

    /** Where a statement stands. */
    record Found(Squeezed text, int start) {
        int line() {
            return text.lines[start];
        }

        /** {@return the line of a character of the statement, from 1} */
        int line(String sql, int position) {
            int end = sql.offsetByCodePoints(0, Math.min(position - 1, sql.codePointCount(0, sql.length())));
            int before = Squeezed.of(sql.substring(0, end), 1, false).text.length();
            return text.lines[Math.min(text.lines.length - 1, start + before)];
        }
    }

    /** A text without blanks and comments, and the line of each of its characters. */
    static final class Squeezed {
        private final String text;
        private final int[] lines;

        private Squeezed(String text, int[] lines) {
            this.text = text;
            this.lines = lines;
        }

        static Squeezed of(String text, int firstLine, boolean quoted) {
            StringBuilder kept = new StringBuilder();
            int[] lines = new int[text.length()];
            int line = firstLine;
            for (int i = 0; i < text.length(); i++) {
                int skipped = comment(text, i);
                String[] code = quoted ? code(text, i) : null;
                if (skipped > 0) {
                    line += (int) text.substring(i, i + skipped)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
                    i += skipped - 1;
                } else if (code != null) {
                    Arrays.fill(lines, kept.length(), kept.length() + code[1].length(), line);
                    kept.append(code[1]);
                    i += code[0].length() - 1;
                } else if (text.charAt(i) == '\n') {
                    line++;
                } else if (!Character.isWhitespace(text.charAt(i))) {
                    lines[kept.length()] = line;
                    kept.append(text.charAt(i));
                }
            }
            return new Squeezed(kept.toString(), Arrays.copyOf(lines, kept.length()));
        }

        int at(int line) {
            for (int i = 0; i < lines.length; i++) {
                if (lines[i] >= line) {
                    return i;
                }
            }
            return 0;
        }

        /** {@return how long the comment is that begins here; 0 if none does} */
        private static int comment(String text, int at) {
            if (text.startsWith("--", at) && !text.startsWith("-->", at)) {
                int end = text.indexOf('\n', at);
                return (end < 0 ? text.length() : end) - at;
            }
            if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                return end < 0 ? 0 : end + 2 - at;
            }
            return 0;
        }

        private static String @Nullable [] code(String text, int at) {
            char c = text.charAt(at);
            if (c != '&' && c != '\\') {
                return null;
            }
            for (String[] code : QUOTED) {
                if (text.startsWith(code[0], at)) {
                    return code;
                }
            }
            return null;
        }
    }
}
