package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.StandingRule;
import java.util.List;

final class ForeignKeyWithoutIndex extends StandingRule {
    @Override
    public String id() {
        return "foreign-key-without-index";
    }

    @Override
    public String reason() {
        return "Each DELETE and each UPDATE of a key in the referenced table reads the whole referencing table.";
    }

    @Override
    public String remedy() {
        return "Index the referencing columns.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.CONSTRAINT_ADDED, Trait.UNINDEXED)
                && !change.all().later(change, c -> serves(c, change))
                && !change.thenAlso(Kind.CONSTRAINT_DROPPED);
    }

    @Override
    protected String seen(Change change) {
        return "No index of " + change.table() + " begins with " + change.columns() + ", which reference "
                + change.effect().other() + ".";
    }

    @Override
    protected String recipe(Change change) {
        String concurrently = change.scale().existed() ? " CONCURRENTLY" : "";
        return "CREATE INDEX" + concurrently + " "
                + FactNames.joined(FactNames.bare(change.table()), change.columns(), "idx") + " ON " + change.table()
                + " (" + change.columns() + ");";
    }

    private static boolean serves(Change later, Change key) {
        List<String> wanted = key.effect().columns();
        List<String> given = later.effect().columns();
        return later.is(Kind.INDEX_CREATED)
                && later.table().equals(key.table())
                && given.size() >= wanted.size()
                && given.subList(0, wanted.size()).containsAll(wanted);
    }

    @Override
    protected Severity weigh(Change change) {
        return change.scale().warning();
    }
}
