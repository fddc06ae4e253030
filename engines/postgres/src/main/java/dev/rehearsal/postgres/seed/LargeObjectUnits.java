package dev.rehearsal.postgres.seed;

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
        if (!column.type().base().name().equals("oid") || key || said || limit.checked()) {
            return Optional.empty();
        }
        long salt = Draw.salt(task.profile().seed(), task.table().name().toString(), column.name());
        long first = LOWEST + Math.floorMod(salt, NUMBERS - 1_000_000_000L);
        String draw =
                column.notNull() ? "s.\"#\"" : "CASE WHEN s.\"#\" < " + Draw.FIRST + " + " + SOME + " THEN s.\"#\" END";
        return Optional.of(new Unit(
                List.of(column.name()),
                ValueSpace.ENDLESS,
                !column.notNull(),
                draw,
                (index, counter) -> List.of("CASE WHEN " + index + " IS NOT NULL THEN " + made(index, first) + " END"),
                false,
                null));
    }

    private static String made(String index, long first) {
        String number = "(" + first + " + " + index + ")::oid";
        return MAKES + "CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_largeobject_metadata WHERE oid = " + number
                + ") THEN 0 ELSE " + number + " END, convert_to('large object ' || " + index + ", 'UTF8'))";
    }
}
