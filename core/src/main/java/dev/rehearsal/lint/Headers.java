package dev.rehearsal.lint;

import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments that a team wants at the head of each script: {@code -- Purpose: …}.
 *
 * @param wanted their names; none for a team that wants none
 */
record Headers(List<String> wanted) {
    /** The rule's id. */
    static final String RULE = "header-missing";

    private static final Pattern LINE = Pattern.compile("\\s*(?:--|/?\\*+)\\s*(?<name>[^:]{1,40}?)\\s*:\\s*\\S.*");

    Headers {
        wanted = List.copyOf(wanted);
    }

    List<Finding> missing(Script script) {
        if (wanted.isEmpty() || script.text().isBlank()) {
            return List.of();
        }
        Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        script.text().lines().takeWhile(Headers::isHead).forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                found.add(matcher.group("name"));
            }
        });
        return wanted.stream()
                .filter(name -> !found.contains(name))
                .map(name -> finding(name, script))
                .toList();
    }

    private static boolean isHead(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("--") || text.startsWith("/*") || text.startsWith("*");
    }

    private static Finding finding(String name, Script script) {
        return new Finding(
                RULE,
                Severity.WARNING,
                "The head of " + script.name() + " has no " + name.toLowerCase(Locale.ROOT) + ".",
                "Add a comment above the first statement: -- " + name + ": …",
                script.name(),
                1);
    }
}
