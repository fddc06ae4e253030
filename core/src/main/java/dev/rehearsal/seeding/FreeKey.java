package dev.rehearsal.seeding;

import java.util.List;
import java.util.function.Function;

/** Values of a unique key that are left to the scripts which insert them. */
public interface FreeKey {
    /** {@return the columns of the key} */
    List<String> columns();

    /**
     * {@return a condition that holds where a row would have one of them}
     *
     * @param column the value of a column
     */
    Formula met(Function<String, Formula> column);
}
