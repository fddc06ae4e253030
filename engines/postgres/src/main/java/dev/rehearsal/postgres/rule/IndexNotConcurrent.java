package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

final class IndexNotConcurrent extends ShapeRule {
    @Override
    public String id() {
        return "index-not-concurrent";
    }

    @Override
    public String reason() {
        return "Until the index is built, no one can write to the table.";
    }

    @Override
    public String remedy() {
        return "Build it CONCURRENTLY, outside a transaction.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_CREATED)
                && !change.effect().is(Trait.OF_CONSTRAINT)
                && !change.effect().is(Trait.CONCURRENT)
                && !change.effect().is(Trait.INVALID)
                && !change.along(Kind.TABLE_CREATED);
    }

    @Override
    protected String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " was built while no one could write to the table.";
    }

    @Override
    protected String recipe(Change change) {
        return change.all().outsideTransaction() + change.after().replaceFirst("INDEX ", "INDEX CONCURRENTLY ") + ";";
    }
}
