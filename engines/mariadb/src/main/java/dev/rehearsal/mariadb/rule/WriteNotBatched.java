package dev.rehearsal.mariadb.rule;

import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.rule.RowsWrittenAtOnce;
import dev.rehearsal.rule.SeenChanges;

/** Many rows that were written in one transaction. */
final class WriteNotBatched extends RowsWrittenAtOnce {
    @Override
    public String reason() {
        return "Until its transaction ends, whoever writes one of the rows waits, nothing of their old versions is cleared"
                + " away, and replicas fall behind.";
    }

    @Override
    protected boolean told(StatementFacts statement, SeenChanges changes) {
        return false;
    }

    @Override
    protected String recipe(StatementFacts statement, TableUse use, SeenChanges changes) {
        String key = changes.key(use.table()).isEmpty()
                ? "id"
                : changes.key(use.table()).get(0);
        String sql = statement.sql().strip().replaceAll(";\\s*$", "");
        boolean where = sql.matches("(?is).*\\bWHERE\\b.*");
        return "-- again and again, each in a transaction of its own, until no row is left:\n" + sql
                + (where ? "\n  AND " : "\n  WHERE ") + key + " BETWEEN :from AND :from + 4999;";
    }
}
