package dev.rehearsal.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assertion found wrong, for a reader.
 *
 * @param what what it is about: {@code public.users.first_name}
 * @param expected what should be
 * @param actual what is
 * @param rows up to five offending rows, or other offenders
 * @param sql what shows more; null if no SQL does
 */
record Discrepancy(
        String what,
        String expected,
        String actual,
        List<String> rows,
        @Nullable String sql) {
    Discrepancy(String what, String expected, String actual, @Nullable String sql) {
        this(what, expected, actual, List.of(), sql);
    }

    String text(String migration) {
        StringBuilder text =
                new StringBuilder("\n").append(migration).append(": ").append(what);
        line(text, "Expected", expected);
        line(text, "Actual", actual);
        if (!rows.isEmpty()) {
            line(text, "Such as", String.join("; ", rows));
        }
        if (sql != null) {
            line(text, "Look at", sql);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String title, String content) {
        text.append('\n').append("  %-9s ".formatted(title + ":")).append(content.replace("\n", "\n            "));
    }
}
