package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

final class ConstraintValidatedInline extends ShapeRule {
    @Override
    public String id() {
        return "constraint-validated-inline";
    }

    @Override
    public String reason() {
        return "All rows are checked while the lock that adds the constraint is held.";
    }

    @Override
    public String remedy() {
        return "Add the constraint NOT VALID, and validate it in a later transaction.";
    }

    @Override
    protected boolean applies(Change change) {
        boolean checks = change.effect().is(Trait.CHECK) || change.effect().is(Trait.FOREIGN_KEY);
        boolean addedValid =
                change.is(Kind.CONSTRAINT_ADDED) && !change.effect().is(Trait.NOT_VALID);
        boolean validatedLate = change.is(Kind.CONSTRAINT_VALIDATED) && change.underEarlierLock();
        boolean underItsLock = addedValid || validatedLate;
        return checks && underItsLock && !change.along(Kind.TABLE_REWRITTEN) && change.scanned();
    }

    @Override
    protected String seen(Change change) {
        String both = change.effect().other() == null
                ? ""
                : " (a foreign key locks " + change.effect().other() + " as well)";
        return "Constraint " + change.name() + " was checked against every row of " + change.table()
                + (change.is(Kind.CONSTRAINT_ADDED)
                        ? " under the lock that adds it"
                        : " in the transaction that still holds the lock of an earlier statement")
                + both + ".";
    }

    @Override
    protected String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table();
        return alter + " ADD CONSTRAINT " + change.name() + " " + change.after().replace(" NOT VALID", "")
                + " NOT VALID;\n"
                + "-- in a later transaction, where it blocks no one:\n"
                + alter + " VALIDATE CONSTRAINT " + change.name() + ";";
    }
}
