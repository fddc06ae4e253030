package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.ShapeRule;
import java.util.List;

final class DropLosesData extends ShapeRule {
    @Override
    public String id() {
        return "drop-loses-data";
    }

    @Override
    public String reason() {
        return "What is dropped is gone, and an application that still uses it fails.";
    }

    @Override
    public String remedy() {
        return "Stop using it in one release, keep what must be kept, and drop it in a later one.";
    }

    @Override
    protected boolean applies(Change change) {
        return switch (change.effect().kind()) {
            case TABLE_DROPPED, TABLE_EMPTIED -> true;
            case COLUMN_DROPPED -> !change.effect().is(Trait.GENERATED) && !addedHere(change);
            default -> false;
        };
    }

    @Override
    protected String seen(Change change) {
        return switch (change.effect().kind()) {
            case TABLE_DROPPED -> "Table " + change.table() + " was dropped with its rows.";
            case TABLE_EMPTIED -> "Table " + change.table() + " was emptied.";
            default -> "Column " + change.effect().object() + " was dropped with its values.";
        };
    }

    @Override
    protected String recipe(Change change) {
        String keep =
                FactNames.joined(FactNames.bare(change.table()), change.name().isEmpty() ? "archive" : change.name());
        String what = change.name().isEmpty() ? "*" : key(change) + change.name();
        return "-- first deploy an application that does not use it; then keep what must be kept:\nCREATE TABLE "
                + change.sibling(keep.equals(FactNames.bare(change.table())) ? keep + "_archive" : keep) + " AS SELECT "
                + what
                + " FROM " + change.table()
                + ";\n-- and say why the rest may go:\n-- rehearsal: allow drop-loses-data — <reason>";
    }

    private static String key(Change change) {
        List<String> key = change.all().key(change.table());
        return key.isEmpty() ? "" : String.join(", ", key) + ", ";
    }

    private static boolean addedHere(Change change) {
        return change.all().all().stream()
                .anyMatch(c -> c.is(Kind.COLUMN_ADDED)
                        && c.effect().object().equals(change.effect().object())
                        && c.all().later(c, later -> later.equals(change)));
    }

    @Override
    protected String cost(Change change) {
        // a table that others reference or that references others locks them too
        return change.is(Kind.TABLE_DROPPED) ? change.held() + " " : "";
    }

    @Override
    protected Severity weigh(Change change) {
        return severity();
    }
}
