package dev.rehearsal.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data that is not as it was before.
 *
 * @param relation the table or sequence, for a reader: {@code public.users}; {@code large objects} for those
 * @param column the column; null where whole rows, or a sequence, are meant
 * @param kind what happened
 * @param rows how many rows, or large objects
 * @param sampleKeys up to five keys of such rows, {@code id=7}; never values of other columns; of large objects what a
 *     sentence says of each
 */
public record Loss(String relation, @Nullable String column, Kind kind, long rows, List<String> sampleKeys) {
    public Loss {
        sampleKeys = List.copyOf(sampleKeys);
    }

    /** What happened to the data. */
    public enum Kind {
        /** Rows are gone. */
        ROWS_LOST,
        /** Rows are left that were not there. */
        ROWS_LEFT_OVER,
        /** Values differ, or have become NULL. */
        VALUES_CHANGED,
        /** The table or column itself is gone, with what it held. */
        RELATION_GONE,
        /** A sequence stands at a lower value than before: it will hand out the same numbers again. */
        SEQUENCE_BACKWARDS,
        /** Large objects are gone. */
        LARGE_OBJECTS_LOST,
        /** Large objects are left that were not there. */
        LARGE_OBJECTS_LEFT_OVER,
        /** Large objects hold other bytes. */
        LARGE_OBJECTS_CHANGED,
        /** Large objects have another owner, other rights or another comment. */
        LARGE_OBJECTS_ALTERED;

        /** {@return whether it happens to large objects, which belong to no table} */
        public boolean ofLargeObjects() {
            return compareTo(LARGE_OBJECTS_LOST) >= 0;
        }
    }
}
