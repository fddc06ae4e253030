package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.TextKind;
import dev.rehearsal.seeding.TextValues;

/** Values for PostgreSQL's texts, which take any character, and tell all texts apart. */
final class Texts {
    private Texts() {}

    static ColumnValues of(DataType type, String column, Restriction limits) {
        return TextValues.of(kind(type), column, limits).map(value -> value.typed(type.sql()));
    }

    static TextKind kind(DataType type) {
        boolean limited = type.name().equals("varchar") || type.name().equals("bpchar");
        if (type.name().equals("name")) {
            return TextKind.of(63);
        }
        return TextKind.of(limited && type.modifier() > 4 ? type.modifier() - 4 : Integer.MAX_VALUE);
    }
}
