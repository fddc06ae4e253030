package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.ShapeRule;

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
    protected boolean applies(Change change) {
        return change.is(Kind.COLUMN_ADDED)
                && change.along(Kind.TABLE_REWRITTEN)
                && !change.along(Kind.COLUMN_TYPE_CHANGED);
    }

    @Override
    protected String seen(Change change) {
        return "Adding " + change.table() + "." + change.name() + " with " + what(change)
                + " wrote the whole table anew.";
    }

    @Override
    protected String recipe(Change change) {
        String column = change.name();
        return alter(change) + " ADD COLUMN " + column + " " + change.after() + ";\n"
                + (change.effect().is(Trait.GENERATED) ? trigger(change) : later(change))
                + Batches.fill(change, column, change.effect().is(Trait.GENERATED) ? change.expression() : "DEFAULT");
    }

    private static String alter(Change change) {
        return "ALTER TABLE " + change.table();
    }

    private static String later(Change change) {
        String column = change.name();
        String sequence = change.sibling(FactNames.joined(FactNames.bare(change.table()), column, "seq"));
        String made = "CREATE SEQUENCE " + sequence + " OWNED BY " + change.table() + "." + column + ";\n";
        boolean counts =
                change.effect().is(Trait.IDENTITY) || change.expression().startsWith("nextval(");
        return (counts ? made : "") + alter(change) + " ALTER COLUMN " + column + " SET DEFAULT "
                + (counts ? "nextval('" + sequence.replace("'", "''") + "')" : change.expression())
                + "; -- for new rows only\n";
    }

    private static String trigger(Change change) {
        String name = FactNames.joined(FactNames.bare(change.table()), change.name(), "set");
        return """
            CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $f$
            BEGIN
              NEW.%2$s := (SELECT %3$s FROM (SELECT NEW.*) AS new_row);
              RETURN NEW;
            END $f$;
            CREATE TRIGGER %4$s BEFORE INSERT OR UPDATE ON %5$s FOR EACH ROW EXECUTE FUNCTION %1$s();
            """.formatted(change.sibling(name), change.name(), change.expression(), name, change.table());
    }

    private static String what(Change change) {
        if (change.effect().is(Trait.IDENTITY)) {
            return "an identity";
        }
        return change.effect().is(Trait.GENERATED) ? "a stored expression" : "a default that differs from row to row";
    }
}
