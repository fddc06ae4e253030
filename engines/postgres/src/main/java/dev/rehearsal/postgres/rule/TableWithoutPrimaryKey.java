package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.StandingRule;

final class TableWithoutPrimaryKey extends StandingRule {
    @Override
    public String id() {
        return "table-without-primary-key";
    }

    @Override
    public String reason() {
        return "Without a key no row can be told from another: logical replication refuses UPDATE and DELETE, batches have"
                + " nothing to go by, and a rehearsal can compare the rows only as a heap.";
    }

    @Override
    public String remedy() {
        return "Give the table a primary key while it is empty.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.TABLE_CREATED, Trait.KEYLESS)
                && !change.all().later(change, later -> settles(later, change.table()));
    }

    private static boolean settles(Change later, String table) {
        return later.table().equals(table)
                && (later.is(Kind.CONSTRAINT_ADDED, Trait.PRIMARY)
                        || later.is(Kind.TABLE_DROPPED)
                        || later.is(Kind.TABLE_RENAMED));
    }

    @Override
    protected String seen(Change change) {
        return "Table " + change.table() + " was created without a primary key.";
    }

    @Override
    protected String recipe(Change change) {
        String alter = "ALTER TABLE " + change.table();
        return change.all().all().stream()
                        .filter(c -> c.is(Kind.INDEX_CREATED, Trait.UNIQUE)
                                && c.table().equals(change.table()))
                        .filter(c ->
                                !c.after().contains(" WHERE ") && !c.columns().contains("("))
                        .findFirst()
                        .map(unique -> "-- its unique columns, if they are never NULL:\n" + alter + " ADD PRIMARY KEY ("
                                + unique.columns() + ");\n-- or else:\n")
                        .orElse("")
                + alter + " ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;";
    }

    @Override
    protected String size(Change change) {
        return "";
    }
}
