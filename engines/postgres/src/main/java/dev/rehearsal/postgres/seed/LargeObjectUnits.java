package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.Draw;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Formulas;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.Shares;
import dev.rehearsal.seeding.Task;
import dev.rehearsal.seeding.Unit;
import dev.rehearsal.seeding.ValueSpace;
import java.util.List;
import java.util.Optional;

/**
 * Fills columns of type {@code oid}, which hold the numbers of large objects, with objects made for them: a script that
 * unlinks what stands there would fail on any other number. Where NULL is allowed, some rows have one.
 */
final class LargeObjectUnits {
    /** Makes an object; a query with it gives other rows each time. */
    static final String MAKES = "lo_from_bytea(";

    /** Objects are dear to read, and a few are as good as many. */
    private static final int SOME = 50;

    private static final long LOWEST = 1_000_000_000L;
    private static final long NUMBERS = 3_000_000_000L;

    private LargeObjectUnits() {}

    /** {@return the unit; empty if the column holds other numbers, as far as can be told} */
    static Optional<Unit> of(Task task, SeedColumn column, Restriction limit) {
        boolean key = task.table().uniqueKeys().stream()
                .anyMatch(unique -> unique.columns().contains(column.name()));
        boolean said = Shares.said(task.profile().columnOf(task.table().name(), column.name()));
        if (!DataType.of(column).base().name().equals("oid") || key || said || limit.checked()) {
            return Optional.empty();
        }
        long salt = Draw.salt(task.profile().seed(), task.table().name().toString(), column.name());
        long first = LOWEST + Math.floorMod(salt, NUMBERS - 1_000_000_000L);
        Formula draw = column.notNull()
                ? Formulas.PLACE
                : Formula.either(Formulas.PLACE.below(Formulas.FIRST.plus(SOME)), Formulas.PLACE, null);
        return Optional.of(new Unit(
                List.of(column.name()),
                ValueSpace.ENDLESS,
                !column.notNull(),
                draw,
                (index, counter) ->
                        List.of(Formula.own("CASE WHEN ", index, " IS NOT NULL THEN ", made(index, first), " END")),
                false,
                null));
    }

    private static Formula made(Formula index, long first) {
        Formula number = Formula.own("(" + first + " + ", index, ")::oid");
        return Formula.own(
                MAKES + "CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata WHERE oid = ",
                number,
                ") THEN 0 ELSE ",
                number,
                " END, convert_to('large object ' || ",
                index,
                ", 'UTF8'))");
    }
}
