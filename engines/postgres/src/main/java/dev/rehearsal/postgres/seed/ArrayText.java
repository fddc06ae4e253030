package dev.rehearsal.postgres.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Arrays as the server reads and prints them: {@code {a,"b c"}}. */
final class ArrayText {
    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|([^,{}\"]+)");

    private ArrayText() {}

    /** {@return whether a text is an array and not, for example, one of its elements} */
    static boolean is(String text) {
        return text.startsWith("{") && text.endsWith("}");
    }

    /** {@return the elements; none if the text is no array} */
    static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        Matcher matcher = ELEMENT.matcher(is(text) ? text : "");
        while (matcher.find()) {
            String quoted = matcher.group(1);
            elements.add(
                    quoted != null
                            ? quoted.replaceAll("\\\\(.)", "$1")
                            : matcher.group(2).strip());
        }
        return elements;
    }

    /** {@return an array of these elements} */
    static String of(List<String> elements) {
        return elements.stream()
                .map(element -> '"' + element.replaceAll("([\"\\\\])", "\\\\$1") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
