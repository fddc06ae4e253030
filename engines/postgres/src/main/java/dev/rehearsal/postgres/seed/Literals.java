package dev.rehearsal.postgres.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells constants from what is computed. */
final class Literals {
    private static final String TYPE = "[\\w\" .]+(?:\\(\\s*\\d+\\s*(?:,\\s*\\d+\\s*)?\\))?";
    private static final Pattern CAST =
            Pattern.compile("cast\\s*\\((.*)\\s+as\\s+" + TYPE + "\\s*\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile(
            "(?:[a-z][\\w ]*\\s+|e)?'([^']*+(?:''[^']*+)*+)'(?:\\s*::\\s*" + TYPE + ")*|"
                    + "(-?\\s*[0-9]+(?:\\.[0-9]*)?|true|false)(?:\\s*::\\s*" + TYPE + ")*",
            Pattern.CASE_INSENSITIVE);

    private Literals() {}

    /** {@return the text of a constant; null for NULL and all that is none} */
    static @Nullable String of(String expression) {
        Matcher cast = CAST.matcher(expression);
        String inner = cast.matches() ? cast.group(1).trim() : expression;
        Matcher plain = PLAIN.matcher(inner);
        if (!plain.matches()) {
            return null;
        }
        return plain.group(1) != null
                ? plain.group(1).replace("''", "'")
                : plain.group(2).replaceAll("\\s", "");
    }
}
