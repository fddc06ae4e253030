package dev.rehearsal.postgres.use;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values worth a try. None is promised to fit: the server says which does. They lie where types, lengths and conditions
 * end, and where a script's own literals point.
 */
final class Candidates {
    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w'])");
    private static final List<String> WHOLE = List.of(
            "1",
            "0",
            "-1",
            "-1000000",
            "32768",
            "2147483648",
            "9223372036854775808",
            "1073741823",
            "2305843009213693951");
    private static final List<String> FRACTIONS =
            List.of("0.5", "-0.5", "1234.5678", "0.1234567890123456", "123456789012.5", "1e300");
    private static final List<String> TIMES = List.of(
            "2031-05-17 13:14:15.123456",
            "2031-05-17 13:14:15",
            "2031-05-17",
            "0999-01-01",
            "9999-12-31",
            "13:14:15.123456");
    private static final int LONG_TEXT = 5_000;

    private Candidates() {}

    /** {@return values for a column, most telling first; null among them} */
    static List<@Nullable String> of(UsedColumn column, @Nullable UsedColumn older) {
        List<@Nullable String> all = new ArrayList<>();
        all.add(null);
        Set<String> texts = new LinkedHashSet<>(column.labels());
        column.restrictions().stream()
                .sorted()
                .filter(restriction -> restriction.startsWith("CHECK"))
                .forEach(restriction -> literals(restriction, texts));
        switch (column.category()) {
            case "N" -> numbers(column, texts);
            case "B" -> texts.addAll(List.of("true", "false"));
            case "D", "T" -> texts.addAll(TIMES);
            case "A" -> texts.addAll(List.of("{1,2}", "{rehearsal,second}", "{true,false}"));
            case "I" -> texts.addAll(List.of("192.0.2.7", "2001:db8::7/64"));
            case "V" -> texts.addAll(List.of("101", "1".repeat(64), "1"));
            case "R" -> texts.add("empty");
            case "S" -> texts(column, older, texts);
            default -> others(texts);
        }
        all.addAll(texts);
        return all;
    }

    private static void numbers(UsedColumn column, Set<String> texts) {
        if (column.precision() > 0) {
            String fraction = column.scale() > 0 ? "." + "9".repeat(column.scale()) : "";
            texts.add("9".repeat(Math.max(1, column.precision() - column.scale())) + fraction);
            texts.add("0" + fraction);
        }
        texts.addAll(WHOLE);
        texts.addAll(FRACTIONS);
    }

    private static void texts(UsedColumn column, @Nullable UsedColumn older, Set<String> texts) {
        texts.addAll(List.of("rehearsal", ""));
        int limit = column.length() > 0 ? column.length() : LONG_TEXT;
        int former = older == null ? 0 : older.length();
        texts.add(text(Math.min(limit, former > 0 ? former + 5 : 60)));
        texts.add(text(Math.min(limit, 300)));
        texts.add(text(limit));
    }

    /** {@return a text of that length, no two beginnings of which are alike} */
    private static String text(int length) {
        StringBuilder text = new StringBuilder("rehearsal ");
        for (int i = 1; text.length() < length; i++) {
            text.append(i).append(' ');
        }
        return text.substring(0, length - 1) + "x";
    }

    private static void others(Set<String> texts) {
        texts.addAll(List.of(
                "5eed5eed-0000-4000-8000-000000000001",
                "{\"rehearsal\": [1, \"two\"]}",
                "\\x7265686561727361",
                "17 days 03:04:05",
                "(1,2)",
                "<rehearsal/>",
                "rehearsal",
                "0"));
    }

    /** {@return the texts that stand in a condition} */
    static List<String> quoted(String condition) {
        List<String> texts = new ArrayList<>();
        Matcher quoted = LITERAL.matcher(condition);
        while (quoted.find()) {
            texts.add(quoted.group(1).replace("''", "'"));
        }
        return texts;
    }

    /** What stands in a condition, and just beside it. */
    private static void literals(String condition, Set<String> texts) {
        texts.addAll(quoted(condition));
        Matcher number = NUMBER.matcher(condition);
        while (number.find()) {
            texts.add(number.group());
            if (number.group().length() < 18 && !number.group().contains(".")) {
                texts.add(Long.toString(Long.parseLong(number.group()) + 1));
                texts.add(Long.toString(Long.parseLong(number.group()) - 1));
            }
        }
    }
}
