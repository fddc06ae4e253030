package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.rule.RowsWrittenAtOnce;
import dev.rehearsal.rule.SeenChanges;

final class WriteNotBatched extends RowsWrittenAtOnce {
    @Override
    public String reason() {
        return "Until its transaction ends, whoever writes one of the rows waits, no vacuum cleans up, and replicas fall"
                + " behind.";
    }

    @Override
    protected boolean told(StatementFacts statement, SeenChanges changes) {
        return BackfillInDdlTransaction.is(statement, changes);
    }

    /** Outside the runner's transaction a block may commit as it goes. */
    @Override
    protected boolean inOneTransaction(StatementFacts statement, MigrationFacts facts) {
        return facts.migration().transactional() || !statement.sql().strip().matches("(?is)(DO|CALL)\\b.*");
    }

    @Override
    protected String recipe(StatementFacts statement, TableUse use, SeenChanges changes) {
        return BatchedStatement.of(statement, use, changes.key(use.table()), changes.words());
    }
}
