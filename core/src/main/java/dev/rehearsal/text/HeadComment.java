package dev.rehearsal.text;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the entries of the comment with which a script begins: {@code -- Purpose: why it is}. The comment may be of lines
 * ({@code --}, {@code #}) or a block, and ends before the first statement. Stateless.
 */
public final class HeadComment {
    private static final Pattern LINE = Pattern.compile("(?:--|#|/?\\*+/?)(?<text>.*?)(?:\\*/)?");
    /** A line that is indented by more than one blank goes on with the entry above it. */
    private static final Pattern MORE = Pattern.compile("(?: {2,}|\\t)\\S.*");

    private HeadComment() {}

    /**
     * Reads entries. An entry that is there twice counts by its first; one without text is left out.
     *
     * @param script its text
     * @param names of the entries that are looked for, in any case
     * @return the text of each that was found, by its name in any case; unmodifiable
     */
    public static Map<String, String> entries(String script, Collection<String> names) {
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Pattern entry = Pattern.compile(
                "\\s*(?<name>" + names.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + ")\\s*:(?<text>.*)",
                Pattern.CASE_INSENSITIVE);
        String open = null;
        boolean block = false;
        for (String line :
                script.replace("\uFEFF", "").lines().map(String::strip).toList()) {
            Matcher comment = LINE.matcher(line);
            if (!line.isEmpty() && !comment.matches() && !block) {
                break;
            }
            String text = comment.matches() ? comment.group("text") : line.replace("*/", "");
            block = (block || line.startsWith("/*")) && !line.contains("*/");
            Matcher begun = entry.matcher(text);
            if (begun.matches()) {
                open = begun.group("name");
                texts.putIfAbsent(open, begun.group("text").strip());
            } else if (open != null && MORE.matcher(text).matches()) {
                texts.merge(open, text.strip(), (a, b) -> (a + " " + b).strip());
            } else {
                open = null;
            }
        }
        texts.values().removeIf(String::isEmpty);
        return Collections.unmodifiableMap(texts);
    }
}
