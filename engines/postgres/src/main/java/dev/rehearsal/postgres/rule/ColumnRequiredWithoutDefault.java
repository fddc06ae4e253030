package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.StandingRule;

final class ColumnRequiredWithoutDefault extends StandingRule {
    @Override
    public String id() {
        return "column-required-without-default";
    }

    @Override
    public String reason() {
        return "The application that is running does not know the column, so that its INSERTs fail.";
    }

    @Override
    public String remedy() {
        return "Let the column have a default, or take NULL, until every application sets it.";
    }

    @Override
    protected boolean applies(Change change) {
        return switch (change.effect().kind()) {
            case COLUMN_ADDED, COLUMN_REQUIRED, DEFAULT_DROPPED ->
                missing(change.effect()) && !change.all().later(change, c -> settles(c, change));
            default -> false;
        };
    }

    @Override
    protected String seen(Change change) {
        return "An INSERT that leaves out " + change.effect().object() + " fails from now on.";
    }

    @Override
    protected String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table() + " ALTER COLUMN " + change.name();
        String former = change.expression();
        return former.isEmpty()
                ? alter + " DROP NOT NULL;\n-- a release later, when every application sets it:\n" + alter
                        + " SET NOT NULL;"
                : alter + " SET DEFAULT " + former + ";\n-- a release later, when every application sets it:\n" + alter
                        + " DROP DEFAULT;";
    }

    private static boolean missing(Effect effect) {
        return effect.is(Trait.REQUIRED) && !effect.is(Trait.DEFAULTED) && !effect.is(Trait.TRIGGERED);
    }

    private static boolean settles(Change later, Change change) {
        boolean same = later.effect().object().equals(change.effect().object());
        return switch (later.effect().kind()) {
            case DEFAULT_SET, COLUMN_NO_LONGER_REQUIRED, COLUMN_REQUIRED, DEFAULT_DROPPED, COLUMN_DROPPED -> same;
            case TRIGGER_CREATED ->
                later.table().equals(change.table()) && later.effect().is(Trait.TRIGGERED);
            default -> false;
        };
    }

    @Override
    protected boolean concerns(Change change) {
        return change.scale().existed();
    }
}
