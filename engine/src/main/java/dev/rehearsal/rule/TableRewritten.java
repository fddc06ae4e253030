package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
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
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        List<Finding> findings = new ArrayList<>();
        for (PhaseResult phase : facts.phases()) {
            for (StatementFacts statement : phase.facts().statements()) {
                if (statement.rewrites() != null) {
                    statement
                            .rewrites()
                            .forEach(table -> Findings.rowsOf(table, facts)
                                    .ifPresent(rows -> findings.add(finding(table, rows, statement, phase))));
                }
            }
        }
        return findings;
    }

    private Finding finding(String table, long rows, StatementFacts statement, PhaseResult phase) {
        String message = "%s: %s with %s was rewritten in %s."
                .formatted(
                        phase.phase().id(),
                        table,
                        Findings.count(rows, "row"),
                        Findings.millis(statement.durationMs()));
        return new Finding(
                id(),
                Findings.bySize(rows),
                message,
                "Add a new column, backfill it in batches, switch over, and drop the old one later (expand and contract).",
                statement.script(),
                statement.line());
    }
}
