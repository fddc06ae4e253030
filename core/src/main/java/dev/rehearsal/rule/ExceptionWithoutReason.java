package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An exception that a script claims without a reason, or for a rule that there is not. */
final class ExceptionWithoutReason implements Rule {
    static final String ID = "exception-without-reason";

    private final List<String> ids;

    /**
     * Makes the rule.
     *
     * @param others the ids of all other rules
     */
    ExceptionWithoutReason(List<String> others) {
        this.ids = Stream.concat(others.stream(), Stream.of(ID)).toList();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String reason() {
        return "An exception that nobody can weigh is a hole in the gate.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        List<Finding> findings = new ArrayList<>();
        for (Directive directive : Directive.of(facts.migration())) {
            if (directive.reason() == null) {
                findings.add(finding(
                        directive,
                        "gives no reason.",
                        "Say why, after a dash: -- rehearsal: "
                                + (directive.rule().equals(Directive.IRREVERSIBLE) ? "" : "allow ") + directive.rule()
                                + " — <reason>"));
            }
            if (!directive.rule().equals(Directive.IRREVERSIBLE) && !ids.contains(directive.rule())) {
                findings.add(finding(
                        directive, "names no rule.", "Name one of: irreversible, " + String.join(", ", ids) + "."));
            }
        }
        return findings;
    }

    private Finding finding(Directive directive, String what, String remedy) {
        String message = "The exception for '" + directive.rule() + "' " + what;
        return new Finding(id(), Severity.ERROR, message, remedy, directive.script(), directive.line());
    }
}
