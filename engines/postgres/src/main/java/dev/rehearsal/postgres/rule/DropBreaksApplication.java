package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class DropBreaksApplication extends ShapeRule {
    @Override
    public String id() {
        return "drop-breaks-application";
    }

    @Override
    public String reason() {
        return "The application that is running calls the function, reads the view or writes the enum value until the last"
                + " instance of it is gone.";
    }

    @Override
    public String remedy() {
        return "Stop using it in one release, and drop it in a later one.";
    }

    @Override
    protected boolean concerns(Change change) {
        return true;
    }

    @Override
    protected boolean applies(Change change) {
        return switch (change.effect().kind()) {
            case FUNCTION_DROPPED ->
                !change.effect().is(Trait.TRIGGER_FUNCTION)
                        && !madeHere(change, Kind.FUNCTION_CREATED)
                        && !comesBack(change, Kind.FUNCTION_CREATED, Kind.FUNCTION_CHANGED);
            case VIEW_DROPPED ->
                !madeHere(change, Kind.VIEW_CREATED)
                        && !comesBack(change, Kind.VIEW_CREATED, Kind.VIEW_RENAMED)
                        && !comesBack(change, Kind.TABLE_CREATED, Kind.TABLE_RENAMED);
            case ENUM_DROPPED ->
                !madeHere(change, Kind.ENUM_CREATED) && !gone(change).isEmpty();
            default -> false;
        };
    }

    @Override
    protected String seen(Change change) {
        return switch (change.effect().kind()) {
            case VIEW_DROPPED -> "View " + change.table() + " was dropped.";
            case ENUM_DROPPED -> "Enum type " + origin(change) + " lost " + String.join(", ", gone(change)) + ".";
            default -> "Function " + change.table() + " was dropped" + sibling(change) + ".";
        };
    }

    /** The application may call the function with its former arguments only. */
    private static String sibling(Change change) {
        String name = nameOf(change.table());
        return change.all().all().stream()
                .filter(c -> c.is(Kind.FUNCTION_CREATED) && nameOf(c.table()).equals(name))
                .findFirst()
                .map(c -> "; " + c.table() + " took its place")
                .orElse("");
    }

    @Override
    protected String recipe(Change change) {
        String object = switch (change.effect().kind()) {
            case VIEW_DROPPED -> "DROP VIEW " + change.table();
            case ENUM_DROPPED -> "-- nothing: an enum value that no one uses does no harm";
            default -> "DROP FUNCTION " + change.table();
        };
        return change.is(Kind.ENUM_DROPPED)
                ? object
                : "-- a release later, when no application uses it:\n" + object + ";";
    }

    @Override
    protected String cost(Change change) {
        return "";
    }

    @Override
    protected String size(Change change) {
        return "";
    }

    @Override
    protected Severity weigh(Change change) {
        return severity();
    }

    private static boolean madeHere(Change change, Kind created) {
        List<Change> earlier = change.all().all().subList(0, change.all().all().indexOf(change));
        return earlier.stream()
                .anyMatch(c -> c.is(created) && finalName(c, earlier).equals(change.table()));
    }

    private static boolean comesBack(Change change, Kind created, Kind renamed) {
        return change.all().all().stream()
                .filter(c -> c.is(created) || c.is(renamed))
                .anyMatch(c -> (c.is(created) ? c.table() : c.after()).equals(change.table()));
    }

    /** {@return the labels of a dropped type that the type which now bears its name does not have} */
    private static Set<String> gone(Change dropped) {
        Set<String> gone = new TreeSet<>(dropped.effect().columns());
        String name = origin(dropped);
        List<Change> all = dropped.all().all();
        all.stream()
                .filter(c -> c.is(Kind.ENUM_CREATED) && finalName(c, all).equals(name))
                .forEach(c -> gone.removeAll(c.effect().columns()));
        return gone;
    }

    /** {@return how the type was called before the migration} */
    private static String origin(Change dropped) {
        List<Change> all = dropped.all().all();
        String name = dropped.table();
        for (int i = all.indexOf(dropped) - 1; i >= 0; i--) {
            Change c = all.get(i);
            if (c.is(Kind.ENUM_RENAMED) && c.after().equals(name)) {
                name = c.table();
            }
        }
        return name;
    }

    private static String finalName(Change created, List<Change> all) {
        String name = created.table();
        for (Change c : all.subList(all.indexOf(created) + 1, all.size())) {
            if (c.is(Kind.ENUM_RENAMED) && c.table().equals(name)) {
                name = c.after();
            }
        }
        return name;
    }

    private static String nameOf(String function) {
        int arguments = function.indexOf('(');
        return arguments < 0 ? function : function.substring(0, arguments);
    }
}
