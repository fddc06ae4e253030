package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * What was written into a table as the new version of the application would write.
 *
 * @param relation the table, for a reader
 * @param column the column; null where whole rows are meant
 * @param kind what only the new schema takes
 * @param rows how many rows
 */
public record Written(String relation, @Nullable String column, Kind kind, long rows) {
    /** Why a write is worth a look. */
    public enum Kind {
        /** Ordinary rows. */
        ROW("rows"),
        /** Values of columns that were there before, in rows that were there before. */
        CHANGED("changed values"),
        /** Rows in a table that the up has made. */
        NEW_TABLE("rows in a new table"),
        /** Values in a column that the up has made. */
        NEW_COLUMN("values in a new column"),
        /** Values that only the new type holds. */
        WIDER_VALUE("values that only the new type holds"),
        /** Labels that the enumerated type did not have. */
        NEW_LABEL("new labels"),
        /** NULL where it was not allowed. */
        NULL_VALUE("NULLs"),
        /** Duplicates or overlaps that a constraint forbade. */
        DUPLICATE("duplicates"),
        /** Values that a CHECK forbade. */
        CHECK_VIOLATION("values that a CHECK forbade"),
        /** References to rows that are not there. */
        ORPHAN("references to nothing"),
        /** Values that the old schema refused for another reason. */
        REFUSED_BEFORE("values that were refused");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return the kind for a reader} */
        public String words() {
            return words;
        }
    }
}
