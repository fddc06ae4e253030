package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;

final class InvalidIndexLeft extends ShapeRule {
    @Override
    public String id() {
        return "invalid-index-left";
    }

    @Override
    public String reason() {
        return "An index that is not valid costs every write and serves no query.";
    }

    @Override
    public String remedy() {
        return "Drop it and build it again.";
    }

    @Override
    boolean applies(Change change) {
        return change.is(Kind.INDEX_CREATED, Trait.INVALID)
                && !change.thenAlso(Kind.INDEX_DROPPED)
                && !change.thenAlso(Kind.INDEX_VALIDATED);
    }

    @Override
    String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " is left invalid: no query will use it.";
    }

    @Override
    String recipe(Change change) {
        return "DROP INDEX " + change.sibling(change.name()) + ";\n" + change.after() + ";\n"
                + "-- an index on a partitioned table becomes valid when an index of each partition is attached to it,"
                + "\n-- with ALTER INDEX " + change.sibling(change.name()) + " ATTACH PARTITION";
    }

    @Override
    String cost(Change change) {
        return "";
    }

    @Override
    Severity weigh(Change change) {
        return change.scale().warning();
    }
}
