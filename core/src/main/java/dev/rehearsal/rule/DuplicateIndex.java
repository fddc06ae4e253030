package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Severity;

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
    boolean applies(Change change) {
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
    String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " does what "
                + change.effect().other() + " does already.";
    }

    @Override
    String recipe(Change change) {
        return "-- outside a transaction:\nDROP INDEX CONCURRENTLY " + change.sibling(change.name()) + ";";
    }

    @Override
    String cost(Change change) {
        return "";
    }

    @Override
    Severity weigh(Change change) {
        return change.scale().warning();
    }

    @Override
    boolean concerns(Change change) {
        return true;
    }
}
