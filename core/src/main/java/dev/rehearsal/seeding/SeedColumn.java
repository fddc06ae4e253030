package dev.rehearsal.seeding;

import org.jspecify.annotations.Nullable;

/**
 * A column that can be filled, or is generated.
 *
 * @param number its number among the columns
 * @param name its name
 * @param type its type
 * @param notNull whether it, or its type, refuses NULL
 * @param generated the expression of a generated column; null if it is none
 * @param defaultSql its default; null for none
 * @param sequence the sequence behind it; null for none
 */
public record SeedColumn(
        int number,
        String name,
        ColumnType type,
        boolean notNull,
        @Nullable String generated,
        @Nullable String defaultSql,
        @Nullable Sequence sequence) {
    /** {@return the same, which refuses NULL} */
    public SeedColumn required() {
        return new SeedColumn(number, name, type, true, generated, defaultSql, sequence);
    }

    /**
     * A sequence.
     *
     * @param name quoted for SQL
     * @param start its first value
     * @param increment its step
     */
    public record Sequence(String name, long start, long increment) {}
}
