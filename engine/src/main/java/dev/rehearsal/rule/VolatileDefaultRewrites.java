package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;

final class VolatileDefaultRewrites extends ShapeRule {
    @Override
    public String id() {
        return "volatile-default-rewrites";
    }

    @Override
    public String reason() {
        return "A default that must be computed for each row writes the whole table anew while no one can read or write it.";
    }

    @Override
    public String remedy() {
        return "Add the column without a default, set the default for new rows, and fill the old ones in batches.";
    }

    @Override
    boolean applies(Change change) {
        return change.is(Kind.COLUMN_ADDED)
                && change.along(Kind.TABLE_REWRITTEN)
                && !change.along(Kind.COLUMN_TYPE_CHANGED);
    }

    @Override
    String seen(Change change) {
        return "Adding " + change.table() + "." + change.name() + " with " + what(change)
                + " wrote the whole table anew.";
    }

    @Override
    String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table();
        String column = change.name();
        String fill = change.effect().is(Trait.GENERATED) ? "<the expression>" : "DEFAULT";
        String later = change.effect().is(Trait.IDENTITY) ? "<a sequence's nextval()>" : "<the default>";
        return alter + " ADD COLUMN " + column + " " + change.after() + ";\n"
                + (change.effect().is(Trait.GENERATED)
                        ? "-- a trigger BEFORE INSERT OR UPDATE computes NEW." + column + " for new rows\n"
                        : alter + " ALTER COLUMN " + column + " SET DEFAULT " + later + "; -- for new rows only\n")
                + Recipes.batches(change.table(), "SET " + column + " = " + fill, column);
    }

    private static String what(Change change) {
        if (change.effect().is(Trait.IDENTITY)) {
            return "an identity";
        }
        return change.effect().is(Trait.GENERATED) ? "a stored expression" : "a default that differs from row to row";
    }
}
