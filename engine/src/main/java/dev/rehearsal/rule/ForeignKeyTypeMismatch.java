package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;

final class ForeignKeyTypeMismatch extends ShapeRule {
    @Override
    public String id() {
        return "foreign-key-type-mismatch";
    }

    @Override
    public String reason() {
        return "A key that the referenced table can hold may not fit into the referencing column, and each comparison of"
                + " the two converts one of them.";
    }

    @Override
    public String remedy() {
        return "Give the referencing column the type of the referenced one.";
    }

    @Override
    boolean applies(Change change) {
        return change.is(Kind.CONSTRAINT_ADDED, Trait.OF_OTHER_TYPE)
                && !change.all()
                        .later(
                                change,
                                c -> c.is(Kind.CONSTRAINT_DROPPED)
                                        && c.effect()
                                                .object()
                                                .equals(change.effect().object()));
    }

    @Override
    String seen(Change change) {
        return "Foreign key " + change.name() + " compares " + change.table() + " (" + change.columns()
                + ") with columns of another type in " + change.effect().other() + ".";
    }

    @Override
    String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table();
        return change.scale().existed() && change.scale().rows() > 0
                ? "-- expand: a second column of the referenced type, filled in batches, takes the place of the first\n"
                        + alter + " ADD COLUMN " + Names.joined(change.columns(), "new") + " <the referenced type>;"
                : alter + " ALTER COLUMN " + change.columns() + " TYPE <the referenced type>;";
    }

    @Override
    String cost(Change change) {
        return "";
    }

    @Override
    Severity weigh(Change change) {
        return severity();
    }

    @Override
    boolean concerns(Change change) {
        return true;
    }
}
