package dev.rehearsal.command;

import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.text.NearestName;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code {version}} and the like; {@code {previous:base}} says what stands for nothing. */
final class Placeholders {
    /** What a command can be told. */
    static final List<String> OF_STEPS = List.of("version", "file", "name", "previous", "dir");

    private static final Pattern ONE = Pattern.compile("\\{([A-Za-z]+)(?::([^{}]*))?}");

    private Placeholders() {}

    static boolean uses(List<String> texts, String name) {
        return texts.stream()
                .flatMap(text -> ONE.matcher(text).results())
                .anyMatch(found -> found.group(1).equals(name));
    }

    /**
     * {@return a text with its values}
     *
     * @param text with names in braces
     * @param values by those names; an empty one is none
     * @param setting where the text stands, for a reader
     */
    static String filled(String text, Map<String, String> values, String setting) {
        Matcher names = ONE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (names.find()) {
            String value = values.get(names.group(1));
            if (value == null) {
                throw new InvalidSettingException("rehearsal." + setting + ": nothing is known of " + names.group()
                        + ". " + NearestName.hint(names.group(1), values.keySet()));
            }
            boolean none = value.isEmpty() && names.group(2) != null;
            names.appendReplacement(filled, Matcher.quoteReplacement(none ? names.group(2) : value));
        }
        return names.appendTail(filled).toString();
    }
}
