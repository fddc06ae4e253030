package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.ShapeRule;

final class UniqueBuiltInline extends ShapeRule {
    @Override
    public String id() {
        return "unique-built-inline";
    }

    @Override
    public String reason() {
        return "The constraint's index is built while no one can read or write the table.";
    }

    @Override
    public String remedy() {
        return "Build the unique index CONCURRENTLY, then add the constraint USING INDEX.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_CREATED, Trait.OF_CONSTRAINT)
                && !change.effect().is(Trait.CONCURRENT);
    }

    @Override
    protected String seen(Change change) {
        return "The index of constraint " + change.name() + " was built while no one could read or write "
                + change.table() + ".";
    }

    @Override
    protected String recipe(Change change) {
        if (!change.effect().is(Trait.UNIQUE)) {
            return "-- PostgreSQL cannot add an exclusion constraint without a lock on the whole table: create a new table"
                    + " with it, copy in batches, and swap the names.";
        }
        String index = FactNames.joined(change.name(), "idx");
        String kind = change.effect().is(Trait.PRIMARY) ? " PRIMARY KEY" : " UNIQUE";
        return change.all().outsideTransaction() + "CREATE UNIQUE INDEX CONCURRENTLY "
                + index + " ON " + change.table() + " (" + change.columns()
                + ");\n-- then, for milliseconds:\nALTER TABLE " + change.table() + " ADD CONSTRAINT " + change.name()
                + kind + " USING INDEX " + index + ";";
    }
}
