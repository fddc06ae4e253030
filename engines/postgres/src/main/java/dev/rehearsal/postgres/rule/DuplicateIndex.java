package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

final class DuplicateIndex extends ShapeRule {
    @Override
    public String id() {
        return "duplicate-index";
    }

    @Override
    public String reason() {
        return "A second index of the same kind costs every write and serves no query more.";
    }

    @Override
    public String remedy() {
        return "Drop one of the two.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_CREATED)
                && change.effect().other() != null
                && !change.all()
                        .later(
                                change,
                                c -> c.is(Kind.INDEX_DROPPED)
                                        && c.table().equals(change.table())
                                        && (c.name().equals(change.name())
                                                || c.name()
                                                        .equals(change.effect().other())));
    }

    @Override
    protected String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " does what "
                + change.effect().other() + " does already.";
    }

    @Override
    protected String recipe(Change change) {
        return "-- outside a transaction:\nDROP INDEX CONCURRENTLY " + change.sibling(change.name()) + ";";
    }

    @Override
    protected String cost(Change change) {
        return "";
    }

    @Override
    protected Severity weigh(Change change) {
        return change.scale().warning();
    }

    @Override
    protected boolean concerns(Change change) {
        return true;
    }
}
