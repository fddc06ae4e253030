package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class TableRewritten implements Rule {
    private final Recipes recipes;

    TableRewritten(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String id() {
        return "table-rewritten";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "A rewrite copies the whole table and all its indexes while no one can read or write it.";
    }

    @Override
    public String remedy() {
        return "Add a new column, backfill it in batches, switch over, and drop the old one later (expand and contract).";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SeenChanges changes = SeenChanges.of(facts, budgets.severities());
        List<Finding> findings = new ArrayList<>();
        for (PhaseResult phase : facts.phases()) {
            if (phase.phase() == Phase.UP || phase.phase() == Phase.DOWN) {
                for (StatementFacts statement : phase.facts().statements()) {
                    rewritten(statement).stream()
                            .filter(table -> !told(phase.phase(), table, statement, changes))
                            .map(changes::scale)
                            .filter(TableScale::existed)
                            .forEach(scale -> findings.add(finding(scale, statement, phase)));
                }
            }
        }
        return findings;
    }

    private static List<String> rewritten(StatementFacts statement) {
        List<String> rewrites = statement.rewrites();
        return rewrites == null ? List.of() : rewrites;
    }

    /** {@return whether a rule that knows why the table was rewritten has spoken of it} */
    private static boolean told(Phase phase, String table, StatementFacts statement, SeenChanges changes) {
        return phase == Phase.UP
                && changes.all().stream()
                        .filter(c -> c.statement().line() == statement.line()
                                && c.statement().sql().equals(statement.sql()))
                        .anyMatch(c ->
                                c.table().equals(table) && (c.is(Kind.COLUMN_TYPE_CHANGED) || c.is(Kind.COLUMN_ADDED)));
    }

    private Finding finding(TableScale scale, StatementFacts statement, PhaseResult phase) {
        String how = statement.algorithm() == null ? "" : " (" + statement.algorithm() + ")";
        String message = "%s: %s was rewritten in %s%s. %s"
                .formatted(
                        phase.phase().id(),
                        scale.table(),
                        Wording.millis(statement.durationMs()),
                        how,
                        scale.sentence());
        String recipe = Objects.requireNonNullElse(recipes.rewritten(statement, scale.table()), remedy());
        return new Finding(id(), scale.severity(), message, recipe, statement.script(), statement.line())
                .on(scale.table());
    }
}
