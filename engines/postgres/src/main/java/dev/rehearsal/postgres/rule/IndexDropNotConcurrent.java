package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

final class IndexDropNotConcurrent extends ShapeRule {
    @Override
    public String id() {
        return "index-drop-not-concurrent";
    }

    @Override
    public String reason() {
        return "DROP INDEX locks the index's table against everyone, and waits for every transaction that uses it while all"
                + " others queue behind.";
    }

    @Override
    public String remedy() {
        return "Drop it CONCURRENTLY, outside a transaction.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_DROPPED)
                && !change.effect().is(Trait.OF_CONSTRAINT)
                && !change.along(Kind.COLUMN_DROPPED)
                && change.locks().anyMatch(lock -> lock.mode().blocksReads());
    }

    @Override
    protected String seen(Change change) {
        return "Index " + change.name() + " of " + change.table()
                + " was dropped under a lock that lets no one read or write the table.";
    }

    @Override
    protected String recipe(Change change) {
        return change.all().outsideTransaction() + "DROP INDEX CONCURRENTLY " + change.sibling(change.name()) + ";";
    }

    @Override
    protected Severity weigh(Change change) {
        return change.scale().warning();
    }
}
