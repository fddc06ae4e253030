package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

final class ReindexNotConcurrent extends ShapeRule {
    @Override
    public String id() {
        return "reindex-not-concurrent";
    }

    @Override
    public String reason() {
        return "Until the index is built anew, no one can write to the table, and queries that want the index wait.";
    }

    @Override
    public String remedy() {
        return "REINDEX CONCURRENTLY, outside a transaction.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_REBUILT)
                && !change.along(Kind.COLUMN_TYPE_CHANGED)
                && change.locks().findAny().isPresent();
    }

    @Override
    protected String seen(Change change) {
        return "Index " + change.name() + " of " + change.table()
                + " was built anew while no one could write to the table.";
    }

    @Override
    protected String recipe(Change change) {
        return change.all().outsideTransaction() + "REINDEX INDEX CONCURRENTLY " + change.sibling(change.name()) + ";";
    }
}
