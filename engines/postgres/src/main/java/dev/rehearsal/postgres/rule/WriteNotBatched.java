package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.rule.SeenChanges;
import dev.rehearsal.rule.TableScale;
import dev.rehearsal.rule.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class WriteNotBatched implements Rule {
    /** Fewer rows than this are written before anyone notices. */
    private static final long MANY = 10_000;

    @Override
    public String id() {
        return "write-not-batched";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Until its transaction ends, whoever writes one of the rows waits, no vacuum cleans up, and replicas fall"
                + " behind.";
    }

    @Override
    public String remedy() {
        return "Write the rows in batches, each in a transaction of its own.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SeenChanges changes = SeenChanges.of(facts, budgets.severities());
        List<Finding> findings = new ArrayList<>();
        for (StatementFacts statement : changes.statements()) {
            if (inOneTransaction(statement, facts) && !BackfillInDdlTransaction.is(statement, changes)) {
                written(statement, changes).forEach(use -> findings.add(finding(statement, use, changes)));
            }
        }
        return findings;
    }

    /** Outside the runner's transaction a block may commit as it goes. */
    private static boolean inOneTransaction(StatementFacts statement, MigrationFacts facts) {
        return facts.migration().transactional() || !statement.sql().strip().matches("(?is)(DO|CALL)\\b.*");
    }

    /** Rows that are changed are read before; rows that are only appended lock no one else's. */
    private static Stream<TableUse> written(StatementFacts statement, SeenChanges changes) {
        return statement.effects() == null || statement.effects().uses() == null
                ? Stream.empty()
                : statement.effects().uses().stream()
                        .filter(use -> use.written() >= MANY && use.read() > 0)
                        .filter(use -> changes.scale(use.table()).existed())
                        .filter(use -> changes.of(statement)
                                .noneMatch(change -> change.table().equals(use.table())));
    }

    private Finding finding(StatementFacts statement, TableUse use, SeenChanges changes) {
        TableScale scale = changes.scale(use.table());
        String message =
                "%s of %s were written in one transaction, which keeps each of them locked until it ends. %s %s"
                        .formatted(
                                Wording.count(use.written(), "row"),
                                use.table(),
                                changes.held(statement),
                                scale.sentence());
        String recipe = BatchedStatement.of(statement, use, changes.key(use.table()), changes.words());
        return new Finding(id(), scale.severity(), message, recipe, statement.script(), statement.line())
                .on(use.table());
    }
}
