package dev.rehearsal.seeding;

/** What planning must know of a column's type; all else of it only its engine knows. */
public interface ColumnType {
    /** {@return the type as a reader knows it} */
    String sql();

    /** {@return the name by which values are made ones of this type; empty where they need not be} */
    String cast();

    /** {@return what sort of values it has} */
    Sort sort();

    /** {@return whether it counts: a whole number, as keys have} */
    boolean whole();

    /** {@return whether it has but the few values that its definition names} */
    boolean listed();

    /** {@return whether the type itself has few values, all or nearly all of which we make} */
    boolean small();

    /** {@return whether its values are identifiers, of which none comes twice anywhere} */
    boolean identifies();

    /** {@return whether the type itself checks its values} */
    boolean checksItself();

    /** {@return an expression of the row number {@code n} with a value of the type, for a reader to change} */
    String sample();

    /** Sorts of values, as far as a volume file speaks of them. */
    enum Sort {
        NUMBER,
        MOMENT,
        TEXT,
        OTHER
    }
}
