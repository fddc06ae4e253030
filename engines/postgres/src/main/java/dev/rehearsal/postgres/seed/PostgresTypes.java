package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.SeedTypes;
import dev.rehearsal.seeding.Task;
import dev.rehearsal.seeding.Unit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of PostgreSQL's types. Stateless; safe for use by threads. */
final class PostgresTypes implements SeedTypes {
    private static final Set<String> WIDE = Set.of("text", "varchar", "citext", "bytea", "json", "jsonb", "numeric");

    @Override
    public Map<String, Restriction> limits(SeedTable table) {
        return Checks.read(table.checks());
    }

    @Override
    public void demand(SeedColumn column, Restriction limit) {
        Checks.domain(DataType.of(column), limit);
    }

    @Override
    public Optional<ColumnValues> values(SeedColumn column, Restriction limit) {
        return TypeValues.of(DataType.of(column), column.name(), limit);
    }

    @Override
    public Optional<ColumnValues> weighing(
            SeedColumn column, Restriction limit, ColumnValues natural, long width, long distinct) {
        return Widths.of(DataType.of(column), column.name(), limit, natural, new Widths.Wish(width, distinct));
    }

    @Override
    public Formula identifier(Formula text) {
        return Formula.own("md5(", text, ")::uuid");
    }

    @Override
    public boolean fits(SeedColumn column, String constant) {
        return DataType.of(column).base().kind() != DataType.Kind.ARRAY || ArrayText.is(constant);
    }

    @Override
    public String wide() {
        return "text, varchar, citext, bytea, json, jsonb and numeric";
    }

    @Override
    public boolean isWide(SeedColumn column) {
        return WIDE.contains(DataType.of(column).base().name());
    }

    @Override
    public Optional<Unit> special(Task task, SeedColumn column, Restriction limit) {
        return LargeObjectUnits.of(task, column, limit);
    }
}
