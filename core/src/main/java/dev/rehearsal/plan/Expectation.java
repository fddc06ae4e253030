package dev.rehearsal.plan;

/**
 * Something that the rehearsal left in the catalogue or in a table, and that must be found in production.
 *
 * @param kind what is expected
 * @param relation of which table, view or function, as SQL writes it
 * @param name of which column, index or constraint, as SQL writes it, or of which trigger or label, as the catalogue
 *     spells it; empty for the relation itself
 * @param value the definition, type or number that is expected; empty where being there is all
 * @param version the migration that left it so
 */
public record Expectation(Kind kind, String relation, String name, String value, String version) {
    /** What can be expected. */
    public enum Kind {
        RELATION,
        NO_RELATION,
        /** The value is its type. */
        COLUMN,
        NO_COLUMN,
        REQUIRED,
        NOT_REQUIRED,
        NO_NULLS,
        DEFAULT,
        NO_DEFAULT,
        /** The value is its definition; it must be valid. */
        INDEX,
        NO_INDEX,
        /** The value is its definition; it must be validated. */
        CONSTRAINT,
        /** It is there, and rows that were there before are unchecked. */
        CONSTRAINT_NOT_VALID,
        NO_CONSTRAINT,
        TRIGGER,
        NO_TRIGGER,
        LABEL,
        FUNCTION,
        NO_FUNCTION,
        /** The value is the count in the rehearsal. */
        ROWS
    }
}
