package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs all rules over the facts. Immutable; safe for use by several threads. */
public final class Judge {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed();
    private static final Set<String> OF_THE_WAY_BACK = Set.of(
            "undo-missing",
            "undo-failed",
            "schema-not-restored",
            "data-not-restored",
            "up-not-repeatable",
            "undo-fails-after-use",
            "data-lost-after-use");

    private final Budgets budgets;

    /**
     * Makes a judge.
     *
     * @param budgets the limits
     */
    public Judge(Budgets budgets) {
        this.budgets = budgets;
    }

    /**
     * {@return what the facts of a migration mean}
     *
     * @param facts what was measured
     */
    public MigrationResult judge(MigrationFacts facts) {
        List<Directive> directives = Directive.of(facts.migration());
        List<Finding> findings = Rules.ALL.stream()
                .flatMap(rule -> rule.judge(facts, budgets).stream())
                .map(this::weigh)
                .map(finding -> allow(finding, directives))
                .sorted(WORST_FIRST)
                .toList();
        RiskAssessment risk = RiskAssessment.of(facts, findings);
        return new MigrationResult(facts, verdict(findings), risk.risk(), risk.reasons(), Downtime.of(facts), findings);
    }

    /**
     * {@return the verdict over findings: failed if any other error, incomplete if something was not measured}
     *
     * @param findings in any order
     */
    public static Verdict verdict(Collection<Finding> findings) {
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (errors.isEmpty()) {
            return Verdict.PASSED;
        }
        boolean onlyUnmeasured = errors.stream().allMatch(f -> f.rule().equals(NotMeasured.ID));
        return onlyUnmeasured ? Verdict.INCOMPLETE : Verdict.FAILED;
    }

    /**
     * {@return the verdict over a whole rehearsal}
     *
     * @param findings those that belong to no single migration
     * @param migrations each migration's result
     */
    public static Verdict verdict(Collection<Finding> findings, Collection<MigrationResult> migrations) {
        Set<Verdict> verdicts = EnumSet.of(verdict(findings));
        migrations.forEach(m -> verdicts.add(m.verdict()));
        return Stream.of(Verdict.FAILED, Verdict.INCOMPLETE)
                .filter(verdicts::contains)
                .findFirst()
                .orElse(Verdict.PASSED);
    }

    private Finding weigh(Finding finding) {
        Severity own = budgets.severities().get(finding.rule());
        return own == null
                ? finding
                : new Finding(finding.rule(), own, finding.message(), finding.remedy(), finding.file(), finding.line());
    }

    private static Finding allow(Finding finding, List<Directive> directives) {
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
        return new Finding(finding.rule(), Severity.NOTE, message, finding.remedy(), finding.file(), finding.line());
    }
}
