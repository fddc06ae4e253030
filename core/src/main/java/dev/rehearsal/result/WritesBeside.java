package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of the writes of others while a migration wrote in batches.
 *
 * @param table to which they wrote
 * @param inserted how many rows they inserted
 * @param updated how many rows they updated
 * @param missed what did not end as it does where they write before the migration begins
 * @param failure why the migration failed meanwhile; null if it did not
 */
public record WritesBeside(
        String table,
        int inserted,
        int updated,
        List<Missed> missed,
        @Nullable RunFailure failure) {
    public WritesBeside {
        missed = List.copyOf(missed);
    }

    /**
     * A write of others that was missed.
     *
     * @param kind what happened to it
     * @param column the column that holds another value than it should
     * @param row the key of its row
     */
    public record Missed(Kind kind, String column, String row) {}

    /** What happened to a write. */
    public enum Kind {
        /** A row that was inserted meanwhile was not filled. */
        INSERT_NOT_FILLED("Inserted meanwhile and not filled"),
        /** A row was filled from a value that has been changed meanwhile. */
        FILLED_FROM_OLD_VALUE("Filled from a value that was changed meanwhile"),
        /** What was written meanwhile is gone. */
        UPDATE_LOST("Written meanwhile and lost");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return the beginning of a sentence on rows} */
        public String words() {
            return words;
        }

        /** {@return as it stands in reports} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
