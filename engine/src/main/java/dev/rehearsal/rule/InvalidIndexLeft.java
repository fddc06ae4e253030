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
                && !change.all()
                        .later(
                                change,
                                c -> (c.is(Kind.INDEX_DROPPED) || c.is(Kind.INDEX_VALIDATED))
                                        && c.effect()
                                                .object()
                                                .equals(change.effect().object()));
    }

    @Override
    String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " is left invalid: no query will use it.";
    }

    @Override
    String recipe(Change change) {
        return "DROP INDEX " + change.sibling(change.name()) + ";\n" + change.after() + ";\n"
                + "-- an index on a partitioned table becomes valid when each partition's is attached to it:\n"
                + "-- ALTER INDEX " + change.sibling(change.name()) + " ATTACH PARTITION <index of the partition>;";
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
