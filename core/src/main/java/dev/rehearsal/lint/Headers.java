package dev.rehearsal.lint;

import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.text.HeadComment;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The comments that a team wants at the head of each script: {@code -- Purpose: …}.
 *
 * @param wanted their names; none for a team that wants none
 */
record Headers(List<String> wanted) {
    /** The rule's id. */
    static final String RULE = "header-missing";

    Headers {
        wanted = List.copyOf(wanted);
    }

    List<Finding> missing(Script script) {
        if (wanted.isEmpty() || script.text().isBlank()) {
            return List.of();
        }
        Map<String, String> found = HeadComment.entries(script.text(), wanted);
        return wanted.stream()
                .filter(name -> !found.containsKey(name))
                .map(name -> finding(name, script))
                .toList();
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
