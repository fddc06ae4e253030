package dev.rehearsal.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command as a list of arguments, and as one text: blanks stand between arguments, and one that has blanks itself
 * stands in quotes. No shell reads it: nothing else means anything.
 */
public final class ArgumentList {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern ARGUMENT = Pattern.compile("((?:" + QUOTED + "|[^\\s'\"])+)(?:\\s+|$)");

    private ArgumentList() {}

    /**
     * {@return the arguments of a text}
     *
     * @param text as it was written
     * @throws InvalidSettingException if a quote is not ended
     */
    public static List<String> of(String text) {
        List<String> arguments = new ArrayList<>();
        Matcher next = ARGUMENT.matcher(text.strip());
        int end = 0;
        while (next.lookingAt()) {
            arguments.add(unquoted(next.group(1)));
            end = next.end();
            next.region(end, next.regionEnd());
        }
        if (end < text.strip().length()) {
            throw new InvalidSettingException("A quote is not ended in this command: " + text);
        }
        return List.copyOf(arguments);
    }

    private static String unquoted(String argument) {
        return QUOTED.matcher(argument)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group().substring(1, part.group().length() - 1)));
    }

    /**
     * {@return the text of a list}
     *
     * @param arguments any
     */
    public static String text(List<String> arguments) {
        return arguments.stream().map(ArgumentList::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        if (!argument.isEmpty() && argument.chars().noneMatch(ArgumentList::special)) {
            return argument;
        }
        return argument.indexOf('\'') < 0 ? "'" + argument + "'" : "\"" + argument.replace("\"", "\"'\"'\"") + "\"";
    }

    private static boolean special(int c) {
        return Character.isWhitespace(c) || c == '\'' || c == '"';
    }
}
