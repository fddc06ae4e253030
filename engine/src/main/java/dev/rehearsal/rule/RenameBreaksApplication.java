package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Severity;

final class RenameBreaksApplication extends ShapeRule {
    @Override
    public String id() {
        return "rename-breaks-application";
    }

    @Override
    public String reason() {
        return "The application that is running uses the old name until the last instance of it is gone.";
    }

    @Override
    public String remedy() {
        return "Keep both names for a release: a second column with a trigger, or a view under the old name.";
    }

    @Override
    boolean applies(Change change) {
        return switch (change.effect().kind()) {
            case TABLE_RENAMED, COLUMN_RENAMED -> change.all().all().stream().noneMatch(c -> bringsBack(c, change));
            default -> false;
        };
    }

    @Override
    String seen(Change change) {
        return change.is(Kind.TABLE_RENAMED)
                ? "Table " + change.table() + " is called " + change.after() + " now; the old name is gone."
                : "Column " + change.effect().object() + " is called " + change.after() + " now; the old name is gone.";
    }

    @Override
    String recipe(Change change) {
        if (change.is(Kind.TABLE_RENAMED)) {
            return "-- in the same transaction, until no one uses the old name:\nCREATE VIEW " + change.table()
                    + " AS SELECT * FROM " + change.after() + ";";
        }
        return "ALTER TABLE " + change.table() + " ADD COLUMN " + change.after() + " <type>;\n"
                + "-- a trigger BEFORE INSERT OR UPDATE keeps " + change.name() + " and " + change.after() + " equal;\n"
                + Recipes.batches(change.table(), "SET " + change.after() + " = " + change.name(), change.after())
                + "\n-- a release later:\nALTER TABLE " + change.table() + " DROP COLUMN " + change.name() + ";";
    }

    private static boolean bringsBack(Change c, Change renamed) {
        String old = renamed.effect().before();
        return switch (c.effect().kind()) {
            case VIEW_CREATED, TABLE_CREATED ->
                renamed.is(Kind.TABLE_RENAMED) && c.table().equals(old);
            case TABLE_RENAMED -> renamed.is(Kind.TABLE_RENAMED) && c.after().equals(old);
            case COLUMN_ADDED ->
                renamed.is(Kind.COLUMN_RENAMED)
                        && c.table().equals(renamed.table())
                        && c.name().equals(old);
            case COLUMN_RENAMED ->
                renamed.is(Kind.COLUMN_RENAMED)
                        && c.table().equals(renamed.table())
                        && c.after().equals(old);
            default -> false;
        };
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
        return change.scale().existed();
    }
}
