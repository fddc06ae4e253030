package dev.rehearsal.rule;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An exception or an assumption that gives no reason, or of which nobody can tell what it is. */
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
        return "An exception, or an assumption, that nobody can weigh is a hole in the gate.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        List<Finding> findings = new ArrayList<>();
        for (Directive directive : Directive.of(facts.migration())) {
            if (directive.claim() != null) {
                assumption(directive).ifPresent(findings::add);
                continue;
            }
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

    private Optional<Finding> assumption(Directive directive) {
        String begin = "-- rehearsal: assume ";
        String message = "The assumption '" + directive.claim() + "' ";
        if (!Assumption.readable(directive)) {
            String remedy = "Write it as one of: " + begin + "UNIQUE (email) on users — <reason>; NOT NULL (email) on"
                    + " users — …; CHECK (age > 0) on users — …; (city) REFERENCES cities (id) on users — …";
            return Optional.of(error(directive, message + "cannot be read.", remedy));
        }
        return directive.reason() != null
                ? Optional.empty()
                : Optional.of(error(
                        directive,
                        message + "gives no reason.",
                        "Say why, after a dash: " + begin + directive.claim() + " — <reason>"));
    }

    private Finding finding(Directive directive, String what, String remedy) {
        String message = "The exception for '" + directive.rule() + "' " + what;
        return error(directive, message, remedy);
    }

    private static Finding error(Directive directive, String message, String remedy) {
        return new Finding(ID, Severity.ERROR, message, remedy, directive.script(), directive.line());
    }
}
