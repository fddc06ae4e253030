package dev.rehearsal.postgres.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.rule.SeenChanges;
import dev.rehearsal.rule.TableScale;
import java.util.List;
import java.util.Objects;

final class SeveralTablesLocked implements Rule {
    @Override
    public String id() {
        return "several-tables-locked";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "While it waits for the second table the migration keeps the first one locked, and whoever locks them in the"
                + " other order deadlocks with it.";
    }

    @Override
    public String remedy() {
        return "Change one table in each transaction.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SeenChanges changes = SeenChanges.of(facts, budgets.severities());
        List<HeldLock> locks = changes.locks();
        return locks.stream()
                .filter(second -> second.line() != null)
                .flatMap(second -> locks.stream()
                        .filter(first -> together(first, second))
                        .limit(1)
                        .map(first -> finding(first, second, changes)))
                .limit(1)
                .toList();
    }

    /** A foreign key locks two tables by one statement: that is no choice of its author's. */
    private static boolean together(HeldLock first, HeldLock second) {
        double released = first.acquiredMs() + first.heldMs() - first.boundMs();
        return first.line() != null
                && !first.line().equals(second.line())
                && !first.relation().equals(second.relation())
                && first.acquiredMs() < second.acquiredMs()
                && released > second.acquiredMs();
    }

    private Finding finding(HeldLock first, HeldLock second, SeenChanges changes) {
        TableScale one = changes.scale(first.relation());
        TableScale two = changes.scale(second.relation());
        TableScale larger = one.rows() > two.rows() ? one : two;
        String message = "%s on %s (line %s) was still held when line %s took %s on %s. %s"
                .formatted(
                        first.mode().words(),
                        first.relation(),
                        first.line(),
                        second.line(),
                        second.mode().words(),
                        second.relation(),
                        larger.sentence());
        StatementFacts statement = changes.statements().stream()
                .filter(s -> Objects.equals(s.line(), second.line()))
                .findFirst()
                .orElseThrow();
        String recipe = "-- in a script of its own, so that " + first.relation() + " is free again by then:\n"
                + "SET LOCAL lock_timeout = '500ms';\n" + statement.sql().strip() + ";";
        return new Finding(id(), larger.severity(), message, recipe, statement.script(), statement.line())
                .on(second.relation());
    }
}
