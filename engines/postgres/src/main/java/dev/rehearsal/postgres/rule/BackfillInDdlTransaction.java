package dev.rehearsal.postgres.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.rule.SeenChanges;
import dev.rehearsal.rule.TableScale;
import dev.rehearsal.rule.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class BackfillInDdlTransaction implements Rule {
    /** Fewer rows than this are no backfill. */
    private static final long MANY = 1_000;

    @Override
    public String id() {
        return "backfill-in-ddl-transaction";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Rows are written one by one while a lock is held that an ALTER needs for milliseconds only.";
    }

    @Override
    public String remedy() {
        return "Write the rows in batches, each in a transaction of its own, in a script of its own.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SeenChanges changes = SeenChanges.of(facts, budgets.severities());
        List<Finding> findings = new ArrayList<>();
        for (StatementFacts statement : changes.statements()) {
            for (TableUse use : backfills(statement, changes)) {
                lock(statement, changes).ifPresent(lock -> findings.add(finding(statement, use, lock, changes)));
            }
        }
        return findings;
    }

    /** {@return whether the statement is a backfill under a lock that blocks others} */
    static boolean is(StatementFacts statement, SeenChanges changes) {
        return !backfills(statement, changes).isEmpty()
                && lock(statement, changes).isPresent();
    }

    private static List<TableUse> backfills(StatementFacts statement, SeenChanges changes) {
        StatementEffects effects = statement.effects();
        return effects == null || effects.uses() == null
                ? List.of()
                : effects.uses().stream()
                        .filter(use -> use.written() >= MANY
                                && changes.scale(use.table()).existed())
                        .toList();
    }

    private static Optional<HeldLock> lock(StatementFacts statement, SeenChanges changes) {
        double middle = statement.startMs() + statement.durationMs() / 2;
        return changes.locks().stream()
                .filter(lock -> lock.acquiredMs() <= middle)
                .filter(lock -> lock.acquiredMs() + lock.heldMs() - lock.boundMs() >= middle)
                .findFirst();
    }

    private Finding finding(StatementFacts statement, TableUse use, HeldLock lock, SeenChanges changes) {
        TableScale scale = changes.scale(use.table());
        String message = "%s of %s were written while %s on %s was held, which line %s had taken. %s %s"
                .formatted(
                        Wording.count(use.written(), "row"),
                        use.table(),
                        lock.mode().words(),
                        lock.relation(),
                        lock.line(),
                        changes.held(statement),
                        scale.sentence());
        String recipe = BatchedStatement.of(statement, use, changes.key(use.table()), changes.words());
        return new Finding(id(), scale.severity(), message, recipe, statement.script(), statement.line())
                .on(use.table());
    }
}
