package dev.rehearsal.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Identifiers that nobody should use and everybody may: no two of one generator are equal. */
public final class Names {
    /** PostgreSQL cuts off what is longer. */
    private static final int BYTES = 63;

    private static final List<String> PLAIN = List.of("users", "order_items", "t", "audit_log", "x1", "_hidden");
    private static final List<String> ODD = List.of(
            "select",
            "user",
            "Order",
            "two words",
            "dot.ted",
            "quo\"ted",
            "\"\"",
            "it's",
            "'; DROP TABLE users; --",
            "\"; DROP SCHEMA public CASCADE; --",
            "/* comment",
            "-- dash",
            "$$body$$",
            "$1",
            "a$b",
            "back\\slash\\",
            "new\nline",
            "tab\tand\rreturn",
            "percent %s %I %%",
            "{0} {named} {excluded} {user}",
            "question ? mark ?? :name",
            "<b>&amp;</b>",
            "]]>",
            "ON USING",
            "INDEX ON x USING y",
            "comma, (paren) [bracket]",
            " leading and trailing ",
            "\u001b[31mred",
            "ünïcödé",
            "Ελληνικά",
            "кириллица",
            "العربية",
            "עברית",
            "हिन्दी",
            "ไทย",
            "日本語",
            "한국어",
            "😀 emoji",
            "e\u0301 combining",
            "\u202eright to left",
            "zero\u200bwidth");
    private static final List<String> SCRIPTS = List.of("a", "Z", "é", "ж", "語", "😀", "\"", "'", "\n", ".");

    private final Random random;
    private int made;

    /**
     * Makes a generator.
     *
     * @param random decides
     * @param first the number of the first one: two generators far enough apart never give the same name
     */
    public Names(Random random, int first) {
        this.random = random;
        this.made = first;
    }

    /** {@return a new identifier, unquoted} */
    public String next() {
        made++;
        return switch (random.nextInt(5)) {
            case 0, 1 -> PLAIN.get(random.nextInt(PLAIN.size())) + made;
            case 2 -> full();
            default -> ODD.get(random.nextInt(ODD.size())) + made;
        };
    }

    /** {@return every odd one, once} */
    public List<String> odd() {
        return ODD;
    }

    /** {@return a name of letters in each script that Unicode has; marks stand on a letter} */
    public static List<String> ofEveryScript() {
        Map<Character.UnicodeScript, StringBuilder> names = new EnumMap<>(Character.UnicodeScript.class);
        for (int code = 0x80; code <= Character.MAX_CODE_POINT; code++) {
            if (Character.isLetter(code) || Character.getType(code) == Character.NON_SPACING_MARK) {
                StringBuilder name =
                        names.computeIfAbsent(Character.UnicodeScript.of(code), script -> new StringBuilder("n"));
                if (name.codePointCount(0, name.length()) < 5) {
                    name.appendCodePoint(code);
                }
            }
        }
        return names.values().stream().map(StringBuilder::toString).toList();
    }

    private String full() {
        StringBuilder name = new StringBuilder("n" + made);
        String next = "x";
        while (bytes(name + next) <= BYTES) {
            name.append(next);
            next = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
        }
        while (bytes(name.toString()) < BYTES) {
            name.append('z');
        }
        return name.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
