package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.ShapeRule;

final class SetNotNullScans extends ShapeRule {
    @Override
    public String id() {
        return "set-not-null-scans";
    }

    @Override
    public String reason() {
        return "SET NOT NULL reads the whole table while no one can read or write it.";
    }

    @Override
    public String remedy() {
        return "Prove it first by a CHECK (column IS NOT NULL) that is validated in a transaction of its own.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.COLUMN_REQUIRED)
                && !change.along(Kind.TABLE_REWRITTEN)
                && change.all().of(change.statement()).noneMatch(c -> c.is(Kind.INDEX_CREATED, Trait.PRIMARY))
                && !change.effect().is(Trait.PROVEN)
                && change.scanned();
    }

    @Override
    protected String seen(Change change) {
        return "SET NOT NULL on " + change.table() + "." + change.name() + " read every row under ACCESS EXCLUSIVE.";
    }

    @Override
    protected String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table();
        String proof = FactNames.joined(FactNames.bare(change.table()), change.name(), "present");
        return alter + " ADD CONSTRAINT " + proof + " CHECK (" + change.name() + " IS NOT NULL) NOT VALID;\n"
                + "-- in a later transaction, where it blocks no one:\n"
                + alter + " VALIDATE CONSTRAINT " + proof + ";\n"
                + "-- does not read the table any more:\n"
                + alter + " ALTER COLUMN " + change.name() + " SET NOT NULL;\n"
                + alter + " DROP CONSTRAINT " + proof + ";";
    }
}
