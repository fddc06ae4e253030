package dev.rehearsal.postgres.use;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells whether two values that the server wrote as text are the same, though their types may differ. */
final class SameValue {
    private SameValue() {}

    static boolean value(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.equals(other) || plain(one).equals(plain(other)) || sameNumber(one, other);
    }

    /** Without what only the type puts there: the blanks of char(n), a time zone that is always UTC. */
    private static String plain(String text) {
        String plain = text.stripTrailing().replaceFirst("^(\\d{4,}-\\d\\d-\\d\\d [\\d:.]+)\\+00$", "$1");
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "t", "true", "1", "yes", "y" -> "true";
            case "f", "false", "0", "no", "n" -> "false";
            default -> plain;
        };
    }

    private static boolean sameNumber(String one, String other) {
        if (!isNumber(one) || !isNumber(other)) {
            return false;
        }
        return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    private static boolean isNumber(String text) {
        return text.length() < 400 && text.matches("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,4})?");
    }
}
