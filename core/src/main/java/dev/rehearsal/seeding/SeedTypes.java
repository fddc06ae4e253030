package dev.rehearsal.seeding;

import java.util.Map;
import java.util.Optional;

/** The values of an engine's types. */
public interface SeedTypes {
    /** {@return what the CHECKs and partitions of a table demand of its columns, by name} */
    Map<String, Restriction> limits(SeedTable table);

    /** Adds what a column's type itself demands. */
    void demand(SeedColumn column, Restriction limit);

    /** {@return what a column is filled with; empty if nothing is known of its type} */
    Optional<ColumnValues> values(SeedColumn column, Restriction limit);

    /** {@return values of a width, at least so many different ones; empty if the type's width is its own} */
    Optional<ColumnValues> weighing(
            SeedColumn column, Restriction limit, ColumnValues natural, long width, long distinct);

    /** {@return an identifier of a text that is another for each row} */
    Formula identifier(Formula text);

    /** {@return whether a constant that a CHECK compares the column with can be a value of it} */
    boolean fits(SeedColumn column, String constant);

    /** {@return the types that have a width, for a reader} */
    String wide();

    /** {@return whether the width of a column's values can be asked for} */
    boolean isWide(SeedColumn column);

    /** {@return the unit of a column that is filled unlike all others; empty if it is not} */
    default Optional<Unit> special(Task task, SeedColumn column, Restriction limit) {
        return Optional.empty();
    }
}
