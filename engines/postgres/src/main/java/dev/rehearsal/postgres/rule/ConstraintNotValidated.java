package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

final class ConstraintNotValidated extends ShapeRule {
    @Override
    public String id() {
        return "constraint-not-validated";
    }

    @Override
    public String reason() {
        return "A constraint that was never validated promises nothing about the rows that were there before it.";
    }

    @Override
    public String remedy() {
        return "Validate it in a transaction of its own, which blocks no one.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.CONSTRAINT_ADDED, Trait.NOT_VALID)
                && !change.all()
                        .later(
                                change,
                                c -> (c.is(Kind.CONSTRAINT_VALIDATED) || c.is(Kind.CONSTRAINT_DROPPED))
                                        && c.effect()
                                                .object()
                                                .equals(change.effect().object()));
    }

    @Override
    protected String seen(Change change) {
        return "Constraint " + change.name() + " on " + change.table() + " is left NOT VALID.";
    }

    @Override
    protected String recipe(Change change) {
        return "-- in a transaction of its own:\nALTER TABLE " + change.table() + " VALIDATE CONSTRAINT "
                + change.name() + ";";
    }

    @Override
    protected String cost(Change change) {
        return "";
    }

    @Override
    protected Severity weigh(Change change) {
        return change.scale().warning();
    }
}
