package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.StandingRule;
import java.util.Set;

final class RenameBreaksApplication extends StandingRule {
    private static final Set<Kind> MADE = Set.of(Kind.VIEW_CREATED, Kind.FUNCTION_CREATED, Kind.ENUM_CREATED);

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
    protected boolean applies(Change change) {
        return switch (change.effect().kind()) {
            case TABLE_RENAMED, COLUMN_RENAMED, VIEW_RENAMED, ENUM_LABEL_RENAMED ->
                change.all().all().stream().noneMatch(c -> bringsBack(c, change));
            case FUNCTION_CHANGED ->
                !change.effect().is(Trait.TRIGGER_FUNCTION)
                        && !change.after().equals(change.table())
                        && change.all().all().stream().noneMatch(c -> bringsBack(c, change));
            default -> false;
        };
    }

    @Override
    protected String seen(Change change) {
        String what = switch (change.effect().kind()) {
            case TABLE_RENAMED -> "Table ";
            case VIEW_RENAMED -> "View ";
            case FUNCTION_CHANGED -> "Function ";
            case ENUM_LABEL_RENAMED -> "The enum value ";
            default -> "Column ";
        };
        return what + change.effect().object() + " is called " + change.after() + " now; the old name is gone.";
    }

    @Override
    protected String recipe(Change change) {
        if (change.is(Kind.TABLE_RENAMED)) {
            return "-- in the same transaction, until no one uses the old name:\nCREATE VIEW " + change.table()
                    + " AS SELECT * FROM " + change.after() + ";";
        }
        if (!change.is(Kind.COLUMN_RENAMED)) {
            return other(change);
        }
        return "ALTER TABLE " + change.table() + " ADD COLUMN " + change.after() + " " + change.types() + ";\n"
                + "-- a trigger BEFORE INSERT OR UPDATE keeps " + change.name() + " and " + change.after() + " equal;\n"
                + Batches.fill(change, change.after(), change.name())
                + "\n-- a release later:\nALTER TABLE " + change.table() + " DROP COLUMN " + change.name() + ";";
    }

    private static String other(Change change) {
        return switch (change.effect().kind()) {
            case VIEW_RENAMED ->
                "-- in the same transaction, until no one uses the old name:\nCREATE VIEW " + change.table()
                        + " AS SELECT * FROM " + change.after() + ";";
            case ENUM_LABEL_RENAMED ->
                "ALTER TYPE " + change.table() + " ADD VALUE '" + change.after().replace("'", "''")
                        + "';\n-- and let the old value be until no application and no row uses it";
            default ->
                "-- in the same transaction, until no one calls the old name: a function " + change.table()
                        + "\n-- that calls " + change.after();
        };
    }

    private static boolean bringsBack(Change c, Change renamed) {
        String old = renamed.effect().before();
        return switch (c.effect().kind()) {
            case VIEW_CREATED, TABLE_CREATED ->
                (renamed.is(Kind.TABLE_RENAMED) || renamed.is(Kind.VIEW_RENAMED))
                        && c.table().equals(old);
            case TABLE_RENAMED, VIEW_RENAMED ->
                renamed.is(c.effect().kind()) && c.after().equals(old);
            case FUNCTION_CREATED, FUNCTION_CHANGED ->
                renamed.is(Kind.FUNCTION_CHANGED) && (c.is(Kind.FUNCTION_CREATED) ? c.table() : c.after()).equals(old);
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
    protected boolean concerns(Change change) {
        return madeOfTables(change)
                ? change.scale().existed()
                : change.all().all().stream()
                        .noneMatch(c ->
                                MADE.contains(c.effect().kind()) && c.table().equals(change.table()));
    }

    @Override
    protected String size(Change change) {
        return madeOfTables(change) ? change.scale().sentence() : "";
    }

    private static boolean madeOfTables(Change change) {
        return change.is(Kind.TABLE_RENAMED) || change.is(Kind.COLUMN_RENAMED);
    }
}
