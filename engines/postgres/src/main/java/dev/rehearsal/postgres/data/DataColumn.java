package dev.rehearsal.postgres.data;

import dev.rehearsal.postgres.naming.SqlNames;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A column, and how its values are hashed.
 *
 * @param name its name
 * @param hashing how its values are hashed
 * @param notNull whether it is certain that no value is NULL
 */
record DataColumn(String name, Hashing hashing, boolean notNull) {
    /** {@return the column in a query over {@link RowSource}} */
    String reference() {
        return "t." + SqlNames.quote(name);
    }

    /** {@return SQL for the hash of its value; NULL for NULL} */
    String hash(String seed) {
        return hashing.hash(reference(), seed);
    }

    /** {@return SQL for the hash of its value, in which NULL is a value too} */
    String hashWithNull(String seed) {
        return "coalesce(" + hash(seed) + ", " + salt() + ")";
    }

    /** {@return SQL for the number of its values that are not NULL} */
    String count() {
        return notNull ? "count(*)" : "count(" + reference() + ")";
    }

    /** {@return a bigint of the column's own, so that values that change places between columns are seen} */
    String salt() {
        UUID digest = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return "'" + digest.getMostSignificantBits() + "'::bigint";
    }

    /** {@return this column as it can be compared with the same one of another table} */
    DataColumn against(DataColumn other) {
        return new DataColumn(name, hashing.against(other.hashing), notNull);
    }
}
