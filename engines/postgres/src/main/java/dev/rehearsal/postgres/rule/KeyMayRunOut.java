package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.StandingRule;

final class KeyMayRunOut extends StandingRule {
    @Override
    public String id() {
        return "key-may-run-out";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public String reason() {
        return "A number that is counted up in an integer ends at 2,147,483,647, in a smallint at 32,767; then no row can be"
                + " inserted, and a wider type means writing the table anew.";
    }

    @Override
    public String remedy() {
        return "Make it bigint while the table is empty.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.CONSTRAINT_ADDED, Trait.COUNTED_NARROWLY)
                && !change.all()
                        .later(
                                change,
                                c -> c.table().equals(change.table())
                                        && (c.is(Kind.COLUMN_TYPE_CHANGED) || c.is(Kind.TABLE_DROPPED)));
    }

    @Override
    protected String seen(Change change) {
        return "The primary key " + change.table() + "." + change.columns()
                + " is counted up in a type of less than 64 bits.";
    }

    @Override
    protected String recipe(Change change) {
        return "ALTER TABLE " + change.table() + " ALTER COLUMN " + change.columns() + " TYPE bigint;"
                + (change.scale().existed() ? " -- writes the table anew: see type-change-rewrites" : "");
    }
}
