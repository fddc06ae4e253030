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

final class TableRewritten implements Rule {
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
        String message = "%s: %s was rewritten in %s. %s"
                .formatted(phase.phase().id(), scale.table(), Wording.millis(statement.durationMs()), scale.sentence());
        return new Finding(id(), scale.severity(), message, remedy(), statement.script(), statement.line())
                .on(scale.table());
    }
}
