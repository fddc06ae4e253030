package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs all rules over the facts. Immutable; safe for use by several threads. */
public final class Judge {
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).reversed();
    private final Rules rules;
    private final Budgets budgets;
    private final Baseline baseline;

    /**
     * Makes a judge without a baseline.
     *
     * @param rules by which it judges
     * @param budgets the limits
     */
    public Judge(Rules rules, Budgets budgets) {
        this(rules, budgets, Baseline.NONE);
    }

    /**
     * Makes a judge.
     *
     * @param rules by which it judges
     * @param budgets the limits
     * @param baseline what the project accepts of old
     */
    public Judge(Rules rules, Budgets budgets, Baseline baseline) {
        this.rules = rules;
        this.budgets = budgets;
        this.baseline = baseline;
    }

    /**
     * {@return the judge of the migrations of a history}
     *
     * @param history all there are
     */
    public Judge in(MigrationHistory history) {
        return new Judge(rules, budgets.in(history), baseline);
    }

    /** {@return the limits} */
    public Budgets budgets() {
        return budgets;
    }

    /** {@return what the project accepts of old} */
    public Baseline baseline() {
        return baseline;
    }

    /**
     * {@return what the facts of a migration mean}
     *
     * @param facts what was measured
     */
    public MigrationResult judge(MigrationFacts facts) {
        return judge(facts, UnaryOperator.identity());
    }

    /**
     * {@return what the facts of a migration mean}
     *
     * @param facts what was measured
     * @param circumstances weighs each finding once more by what is known of the whole change
     */
    public MigrationResult judge(MigrationFacts facts, UnaryOperator<Finding> circumstances) {
        Budgets own = budgets.of(facts.migration().version());
        List<Finding> findings = settle(
                rules.all().stream()
                        .flatMap(rule -> rule.judge(facts, own).stream())
                        .map(circumstances),
                Directive.of(facts.migration()));
        RiskAssessment risk = RiskAssessment.of(facts, budgets.severities(), findings);
        List<Finding> told = baseline.accept(findings, facts.migration()).stream()
                .sorted(WORST_FIRST)
                .toList();
        return new MigrationResult(facts, verdict(told), risk.risk(), risk.reasons(), Downtime.of(facts), told);
    }

    /**
     * {@return whether a phase misses a limit, beyond doubt if it is multiplied, and no exception of its scripts allows it}
     *
     * @param facts of its migration
     * @param phase the phase, with what was measured again
     * @param times of which the limits are multiplied
     */
    public boolean missed(MigrationFacts facts, PhaseResult phase, double times) {
        Budgets limits = budgets.of(facts.migration().version()).times(times);
        Set<String> allowed =
                Directive.of(facts.migration()).stream().map(Directive::rule).collect(Collectors.toSet());
        return rules.timed().stream()
                .filter(rule -> !allowed.contains(rule.id()))
                .flatMap(rule -> rule.judge(phase, facts, limits).stream())
                .anyMatch(finding -> times <= 1 || !finding.rule().equals(NotMeasured.ID));
    }

    /**
     * {@return whether a statement of the application takes longer after the up, or after the down, than it may}
     *
     * @param check how it fared
     * @param times of which the limit is multiplied
     */
    public boolean tooSlow(StatementCheck check, double times) {
        return ApplicationSlower.tooSlow(check, times);
    }

    /**
     * {@return what can be said of a migration's files without running them, worst first}
     *
     * @param migration which
     * @param hangs why the project's runner would wait for itself; null if it would not
     */
    public List<Finding> judgeFiles(Migration migration, @Nullable String hangs) {
        MigrationFacts facts = new MigrationFacts(migration, Measured.NOTHING, hangs, List.of(), null, null, null);
        return settle(
                rules.ofFiles().stream().flatMap(rule -> rule.judge(facts, budgets).stream()), Directive.of(migration));
    }

    /**
     * {@return findings with the severities that the project gives them and the exceptions that scripts claim, worst
     * first}
     *
     * @param findings as their rules weigh them
     * @param directives what the scripts claim
     */
    public List<Finding> settle(Stream<Finding> findings, List<Directive> directives) {
        return findings.map(budgets.severities()::weigh)
                .map(finding -> Exceptions.allow(finding, directives))
                .sorted(WORST_FIRST)
                .toList();
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
}
