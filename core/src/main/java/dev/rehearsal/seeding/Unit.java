package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One or more columns that are filled by one draw: an ordinary column, or all columns of a foreign key.
 *
 * @param columns which, in the order of the values
 * @param size how many different values there are at most
 * @param nullable whether all of them may be NULL
 * @param draw an ordinary draw
 * @param values each column's value from a draw; the flag says whether it is a counter's
 * @param counts whether its sequence makes it the natural counter of a key
 * @param domain what says that there can be no other values than these; null if there can
 */
public record Unit(
        List<String> columns,
        double size,
        boolean nullable,
        Formula draw,
        BiFunction<Formula, Boolean, List<Formula>> values,
        boolean counts,
        @Nullable Domain domain) {
    /**
     * Why there are no more values.
     *
     * @param words for a reader
     * @param parent the table whose rows they are the keys of; null for those of a type or a CHECK
     * @param known whether these are only all that we can make, which a reader has to know
     */
    public record Domain(String words, @Nullable QualifiedName parent, boolean known) {}
}
