package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.ShapeRule;

final class TypeChangeRewrites extends ShapeRule {
    @Override
    public String id() {
        return "type-change-rewrites";
    }

    @Override
    public String reason() {
        return "The whole table and its indexes are written anew while no one can read or write it.";
    }

    @Override
    public String remedy() {
        return "Add a second column, keep it equal by a trigger, copy in batches, and swap the names.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.COLUMN_TYPE_CHANGED) && change.along(Kind.TABLE_REWRITTEN);
    }

    @Override
    protected String seen(Change change) {
        return "The change of " + change.table() + "." + change.name() + " from "
                + change.effect().before() + " to " + change.after() + " wrote the whole table anew.";
    }

    @Override
    protected String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table();
        String wide = FactNames.joined(change.name(), "new");
        return alter + " ADD COLUMN " + wide + " " + change.after() + ";\n"
                + "-- a trigger BEFORE INSERT OR UPDATE sets NEW." + wide + " := NEW." + change.name() + ";\n"
                + Batches.fill(change, wide, change.name()) + "\n"
                + "-- when all are equal, in one short transaction:\n"
                + alter + " RENAME COLUMN " + change.name() + " TO " + FactNames.joined(change.name(), "old") + ";\n"
                + alter + " RENAME COLUMN " + wide + " TO " + change.name() + ";";
    }
}
