package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Set;

/** What a script may claim for itself: a finding that it allows, with its reason, is a note. */
final class Exceptions {
    private static final Set<String> OF_THE_WAY_BACK = Set.of(
            "undo-missing",
            "undo-failed",
            "schema-not-restored",
            "data-not-restored",
            "up-not-repeatable",
            "undo-fails-after-use",
            "data-lost-after-use");

    private Exceptions() {}

    static Finding allow(Finding finding, List<Directive> directives) {
        return directives.stream()
                .filter(d -> d.reason() != null && covers(d, finding.rule()))
                .findFirst()
                .map(d -> allowed(finding, d))
                .orElse(finding);
    }

    private static boolean covers(Directive directive, String rule) {
        if (directive.rule().equals(Directive.IRREVERSIBLE)) {
            return OF_THE_WAY_BACK.contains(rule);
        }
        return directive.rule().equals(rule) && !Rules.ALWAYS_ERRORS.contains(rule);
    }

    private static Finding allowed(Finding finding, Directive directive) {
        String message = finding.message() + " Allowed in " + directive.script() + ":" + directive.line() + ": "
                + directive.reason();
        return finding.as(Severity.NOTE, message);
    }
}
