package dev.rehearsal.postgres.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.StandingRule;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class ForeignKeyTypeMismatch extends StandingRule {
    @Override
    public String id() {
        return "foreign-key-type-mismatch";
    }

    @Override
    public String reason() {
        return "A key that the referenced table can hold may not fit into the referencing column, and each comparison of"
                + " the two converts one of them.";
    }

    @Override
    public String remedy() {
        return "Give the referencing column the type of the referenced one.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.CONSTRAINT_ADDED, Trait.OF_OTHER_TYPE) && !change.thenAlso(Kind.CONSTRAINT_DROPPED);
    }

    @Override
    protected String seen(Change change) {
        return "Foreign key " + change.name() + " compares " + change.table() + " (" + change.columns()
                + ") with columns of another type in " + change.effect().other() + ".";
    }

    @Override
    protected String recipe(Change change) {
        return change.scale().existed() && change.scale().rows() > 0
                ? "-- expand: columns of the referenced type, filled in batches, take the place of the former\n"
                        + each(
                                change,
                                (column, type) -> alter(change) + " ADD COLUMN " + wide(column) + " " + type + ";\n"
                                        + Batches.fill(change, wide(column), column))
                : each(change, (column, type) -> alter(change) + " ALTER COLUMN " + column + " TYPE " + type + ";");
    }

    private static String each(Change change, BinaryOperator<String> sql) {
        List<String> columns = change.effect().columns();
        List<String> types = change.effect().terms().types();
        return IntStream.range(0, Math.min(columns.size(), types.size()))
                .mapToObj(i -> sql.apply(columns.get(i), types.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String alter(Change change) {
        return "ALTER TABLE " + change.table();
    }

    private static String wide(String column) {
        return FactNames.joined(column, "new");
    }
}
